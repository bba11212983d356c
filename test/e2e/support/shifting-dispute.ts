/** A dispute over half a year in which the minister changes sides, with two documents of two papers. */
export const shiftingDispute = {
  format: 'gainsay/1',
  title: 'The bridge',
  actors: [
    { id: 'minister', name: 'The minister', kind: 'person', speaksFor: ['ministry'] },
    { id: 'ministry', name: 'The ministry', kind: 'organisation', aliases: ['Department of Roads'] },
    { id: 'union', name: 'The union', kind: 'organisation' },
    { id: 'engineer', name: 'The engineer', kind: 'person' },
    { id: 'herald', name: 'The Herald', kind: 'media' },
    { id: 'courier', name: 'The Courier', kind: 'media' },
  ],
  claims: [
    { id: 'bridge-is-safe', text: 'The bridge is safe.', topic: 'Bridge' },
    { id: 'toll-is-planned', text: 'A toll is planned.', topic: 'Money' },
  ],
  documents: [
    { id: 'report', title: 'Cracks in the bridge', publisher: 'herald', publishedAt: '2023-01-10', text: 'The bridge is not safe, said the minister. It is safe, said the union.' },
    { id: 'interview', title: 'The minister is reassured', publisher: 'courier', publishedAt: '2023-04-02' },
  ],
  statements: [
    { id: 'm1', actor: 'minister', claim: 'bridge-is-safe', stance: 'denies', date: '2023-01-10', document: 'report', quotation: { exact: 'The bridge is not safe' } },
    { id: 'm2', actor: 'minister', claim: 'bridge-is-safe', stance: 'denies', date: '2023-02' },
    { id: 'm3', actor: 'minister', claim: 'bridge-is-safe', stance: 'asserts', date: '2023-04-02', document: 'interview' },
    { id: 'u1', actor: 'union', claim: 'bridge-is-safe', stance: 'asserts', date: '2023-01-10', document: 'report', quotation: { exact: 'It is safe' } },
    { id: 'e1', actor: 'engineer', claim: 'bridge-is-safe', stance: 'denies', date: '2023-06' },
    { id: 'e2', actor: 'engineer', claim: 'bridge-is-safe', stance: 'neutral' },
    { id: 'm4', actor: 'minister', claim: 'toll-is-planned', stance: 'denies', date: '2023' },
    { id: 'u2', actor: 'union', claim: 'toll-is-planned', stance: 'denies', date: '2023-05-01' },
    { id: 'e3', actor: 'engineer', claim: 'toll-is-planned', stance: 'asserts', date: '2023-05' },
  ],
};
