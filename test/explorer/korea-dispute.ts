/** A small dispute with every relation and stance, for exact expectations. */
import type { Dispute } from './write-dispute.ts';

export const KOREA: Dispute = {
  dataVersion: 7,
  actors: [
    { id: 'north-korea', name: 'North Korea', kind: 'state', aliases: ['DPRK', 'Pjöngjang', '북한', '北朝鮮'] },
    { id: 'russia', name: 'Russia', kind: 'state', aliases: ['روسيا', 'Россия'] },
    { id: 'spokesman', name: 'Vedant Patel', kind: 'person', speaksFor: ['state-department'] },
    { id: 'state-department', name: 'US State Department', kind: 'organisation', description: 'Foreign ministry' },
    { id: 'white-house', name: 'White House' },
    { id: 'kcna', name: 'KCNA', kind: 'media', speaksFor: ['north-korea'] },
    { id: 'times', name: 'The Times', kind: 'media' },
  ],
  claims: [
    { id: 'deal', text: 'An arms deal between North Korea and Russia is under way', topic: 'arms' },
    { id: 'rockets', text: 'Russia is buying millions of rockets', topic: 'arms', scope: 'September 2022' },
    { id: 'smear', text: 'The rumours are spread to smear North Korea', topic: 'words' },
    { id: 'complete', text: 'The purchase is complete' },
  ],
  documents: [
    { id: 'article', title: 'North Korea denies arms sales', url: 'https://example.org/article', publisher: 'times', publishedAt: '2022-09-22', text: 'We have never exported weapons. They may buy more.' },
    { id: 'briefing', title: 'Daily press briefing' },
  ],
  statements: [
    { id: 's1', actor: 'spokesman', claim: 'deal', stance: 'asserts', date: '2022-09-06', document: 'article', quotation: { exact: 'They may buy more', start: 32, end: 49, location: 'located' } },
    { id: 's2', actor: 'spokesman', claim: 'rockets', stance: 'asserts', date: '2022-09-06', document: 'briefing', quotation: { exact: 'buying rockets from Pyongyang', location: 'no-text' } },
    { id: 's3', actor: 'spokesman', claim: 'deal', stance: 'asserts', date: '2022-09', modality: 'hedged' },
    { id: 's4', actor: 'white-house', claim: 'deal', stance: 'asserts', date: '2022', modality: 'hedged', document: 'article' },
    { id: 's5', actor: 'white-house', claim: 'complete', stance: 'neutral', date: '2022-09-06', note: 'No indication.' },
    { id: 's6', actor: 'north-korea', claim: 'deal', stance: 'denies', date: '2022-09-22', document: 'article', reportedBy: ['kcna', 'times'], quotation: { exact: 'We have never exported weapons', start: 0, end: 30, location: 'located' } },
    { id: 's7', actor: 'north-korea', claim: 'smear', stance: 'asserts', document: 'article', reportedBy: ['kcna'], modality: 'reported', quotation: { exact: 'not in the text', location: 'not-found' } },
    { id: 's8', actor: 'russia', claim: 'rockets', stance: 'denies', date: '2022-09-07' },
    { id: 's9', actor: 'russia', claim: 'deal', stance: 'denies', date: '2022-09-07' },
  ],
};
