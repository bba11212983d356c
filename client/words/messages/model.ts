/** The terms of the model: kinds, stances, modalities, and sentences with them. */
import { defineMessages } from '../define-messages.ts';

export const KINDS = defineMessages({
  en: {
    person: 'Person',
    organisation: 'Organisation',
    state: 'State',
    media: 'Media',
    group: 'Group',
    actor: 'Actor',
    claim: 'Claim',
  },
  de: {
    person: 'Person',
    organisation: 'Organisation',
    state: 'Staat',
    media: 'Medium',
    group: 'Gruppe',
    actor: 'Akteur',
    claim: 'Behauptung',
  },
});

/** The verbs of the stances. */
export const STANCE_VERBS = defineMessages({
  en: { asserts: 'asserts', denies: 'denies', neutral: 'neither asserts nor denies' },
  de: { asserts: 'behauptet', denies: 'bestreitet', neutral: 'weder behauptet noch bestritten' },
});

/** The heading of the actors with a stance on a claim. */
export const SIDES = defineMessages({
  en: { asserts: 'Asserted by', denies: 'Denied by', neutral: 'Neither asserted nor denied by' },
  de: { asserts: 'Behauptet von', denies: 'Bestritten von', neutral: 'Weder behauptet noch bestritten von' },
});

/** The heading of the claims on which an actor has a stance. */
export const POSITIONS = defineMessages({
  en: { asserts: 'Asserts', denies: 'Denies', neutral: 'Neither asserts nor denies' },
  de: { asserts: 'Behauptet', denies: 'Bestreitet', neutral: 'Weder behauptet noch bestritten' },
});

export const MODALITIES = defineMessages({
  en: { stated: 'stated', hedged: 'hedged', reported: 'reported' },
  de: { stated: 'ausgesagt', hedged: 'vorsichtig', reported: 'berichtet' },
});

export const MODEL = defineMessages({
  en: {
    contested: 'contested',
    speaksFor: 'speaks for',
    spokenForBy: 'spoken for by',
    actorSummary: '{kind}, asserts {asserts}, denies {denies}',
    claimSummary: 'Claim, asserted by {asserters}, denied by {deniers}',
    contestedSummary: 'Claim, contested, asserted by {asserters}, denied by {deniers}',
    asserting: { one: '{count} asserts', other: '{count} assert' },
    denying: { one: '{count} denies', other: '{count} deny' },
    actorsAsserting: { one: '{count} actor asserts it', other: '{count} actors assert it' },
    actorsDenying: { one: '{count} actor denies it', other: '{count} actors deny it' },
    nobody: 'No actor asserts or denies it.',
    speakingEdge: '{from} speaks for {to}',
    positionEdge: '{from} {verb}: {to} ({statements})',
    markedEdge: '{from} {verb}: {to} ({statements}, {modality})',
    notLocated: 'not located',
    textNotLoaded: 'text not loaded',
    otherTypography: 'other typography',
    typographyReason: 'These words are in the document’s text, but with other quotation marks, dashes or ligatures.',
    notFoundReason: 'These words do not stand in the document’s text as it was loaded.',
    ambiguousReason: 'These words stand in the document more than once, so they are not anchored to one place.',
    noTextReason: 'The document’s text was not loaded, so its words cannot be checked.',
  },
  de: {
    contested: 'umstritten',
    speaksFor: 'spricht für',
    spokenForBy: 'für ihn spricht',
    actorSummary: '{kind}, behauptet {asserts}, bestreitet {denies}',
    claimSummary: 'Behauptung, behauptet von {asserters}, bestritten von {deniers}',
    contestedSummary: 'Behauptung, umstritten, behauptet von {asserters}, bestritten von {deniers}',
    asserting: { one: '{count} behauptet', other: '{count} behaupten' },
    denying: { one: '{count} bestreitet', other: '{count} bestreiten' },
    actorsAsserting: { one: '{count} Akteur behauptet es', other: '{count} Akteure behaupten es' },
    actorsDenying: { one: '{count} Akteur bestreitet es', other: '{count} Akteure bestreiten es' },
    nobody: 'Kein Akteur behauptet oder bestreitet es.',
    speakingEdge: '{from} spricht für {to}',
    positionEdge: '{from} {verb}: {to} ({statements})',
    markedEdge: '{from} {verb}: {to} ({statements}, {modality})',
    notLocated: 'nicht gefunden',
    textNotLoaded: 'Text nicht geladen',
    otherTypography: 'andere Typografie',
    typographyReason:
      'Diese Worte stehen im Text des Dokuments, aber mit anderen Anführungszeichen, Strichen oder Ligaturen.',
    notFoundReason: 'Diese Worte stehen nicht im Text des Dokuments, wie er geladen wurde.',
    ambiguousReason: 'Diese Worte stehen mehrmals im Dokument und sind daher an keiner einzelnen Stelle verankert.',
    noTextReason: 'Der Text des Dokuments wurde nicht geladen; seine Worte lassen sich nicht prüfen.',
  },
});
