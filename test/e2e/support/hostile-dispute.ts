/**
 * A valid dispute whose every text tries to be markup, script, style, a selector or a prototype. An
 * element made from any of these texts would have the class `from-data`.
 */
const IMAGE = '<img class="from-data" src="x" onerror="document.title=\'broken in\'">';
const SCRIPT = '"><script class="from-data">document.title="broken in"</script>';
const DRAWING =
  '<svg class="from-data" onload="document.title=\'broken in\'"><style class="from-data">*{display:none}</style></svg>';
const LINK = '<a class="from-data" href="javascript:document.title=1">press</a>';
const FRAME = '<iframe class="from-data" srcdoc="x"></iframe>';

/** Texts that must be shown unchanged, character by character. */
export const HOSTILE = {
  image: `Actor ${IMAGE}`,
  script: `Actor ${SCRIPT}`,
  template: 'Actor {{7*7}} ${7*7} %s javascript:alert(1)',
  arabic: 'وزارة الخارجية',
  override: 'Actor \u202Egnisrever\u202C end',
  long: `Actor ${'unbreakable'.repeat(40)}`,
  claim: `Claim ${DRAWING} is drawn.`,
  frame: `Claim ${FRAME} is framed.`,
  title: `Title ${SCRIPT}`,
  quotation: `quoted ${IMAGE} & ${LINK} &amp; words`,
  prefix: `Before ${FRAME} `,
  note: `Note ${LINK}`,
} as const;

/** Ids that look like selectors, attributes or prototypes. */
export const HOSTILE_IDS = {
  image: '"onmouseover="alert(1)',
  script: "node[id='x'],*",
  template: '__proto__',
  arabic: 'constructor',
  override: '#.:~>+',
  long: '../../../etc/passwd',
  claim: '<b>claim</b>',
  frame: 'a%00b%2F..%2Fc?d#e',
  document: 'document"/\\&<>',
} as const;

export const hostileDispute = {
  format: 'gainsay/1',
  title: `File ${IMAGE}`,
  actors: (['image', 'script', 'template', 'arabic', 'override', 'long'] as const).map((key) => ({
    id: HOSTILE_IDS[key],
    name: HOSTILE[key],
    aliases: [LINK],
    description: DRAWING,
  })),
  claims: (['claim', 'frame'] as const).map((key) => ({
    id: HOSTILE_IDS[key],
    text: HOSTILE[key],
    topic: IMAGE,
    scope: SCRIPT,
  })),
  documents: [
    {
      id: HOSTILE_IDS.document,
      title: HOSTILE.title,
      url: 'https://example.org/?q="><script>x</script>',
      publisher: HOSTILE_IDS.script,
      publishedAt: '2024',
      text: `${HOSTILE.prefix}${HOSTILE.quotation} after ${SCRIPT}`,
    },
  ],
  statements: [
    statement('image', 'asserts', 'claim'),
    statement('script', 'denies', 'claim'),
    statement('template', 'asserts', 'claim'),
    statement('arabic', 'denies', 'frame'),
    statement('override', 'asserts', 'frame'),
    statement('long', 'denies', 'claim'),
  ],
};

function statement(actor: keyof typeof HOSTILE_IDS, stance: string, claim: 'claim' | 'frame'): object {
  return {
    actor: HOSTILE_IDS[actor],
    claim: HOSTILE_IDS[claim],
    stance,
    date: '2024-02-29',
    document: HOSTILE_IDS.document,
    quotation: { exact: HOSTILE.quotation, prefix: HOSTILE.prefix },
    reportedBy: [HOSTILE_IDS.image, HOSTILE_IDS.arabic].filter((id) => id !== HOSTILE_IDS[actor]),
    note: HOSTILE.note,
  };
}
