/** A dispute that is small enough to write every answer in full. */

const TEXT = 'The mill will close in May, the council says. The owner calls that a rumour: "Nothing is decided."';

/** In the native format: two claims, three actors, five statements, one document. */
export const SMALL_DISPUTE = {
  format: 'gainsay/1',
  title: 'The mill',
  actors: [
    { id: 'council', name: 'Town council', kind: 'organisation', aliases: ['TC'] },
    { id: 'owner', name: 'Owner of the mill', kind: 'person' },
    { id: 'gazette', name: 'Gazette', kind: 'media' },
  ],
  claims: [
    { id: 'mill-closes', text: 'The mill will close.' },
    { id: 'mill-sold', text: 'The mill has been sold.' },
  ],
  documents: [
    {
      id: 'article',
      title: 'Will the mill close?',
      publisher: 'gazette',
      publishedAt: '2024-03-02',
      url: 'https://example.org/mill',
      text: TEXT,
    },
  ],
  statements: [
    {
      id: 's1',
      actor: 'council',
      claim: 'mill-closes',
      stance: 'asserts',
      date: '2024-03-01',
      document: 'article',
      quotation: { exact: 'The mill will close in May' },
      reportedBy: ['gazette'],
    },
    {
      id: 's2',
      actor: 'owner',
      claim: 'mill-closes',
      stance: 'denies',
      date: '2024-03-02',
      document: 'article',
      quotation: { exact: 'Nothing is decided.' },
    },
    { id: 's3', actor: 'owner', claim: 'mill-closes', stance: 'denies', date: '2024-04', modality: 'hedged' },
    { id: 's4', actor: 'gazette', claim: 'mill-sold', stance: 'asserts', modality: 'reported' },
    { id: 's5', actor: 'council', claim: 'mill-sold', stance: 'neutral' },
  ],
} as const;
