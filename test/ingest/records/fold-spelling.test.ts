import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  actorId,
  claimId,
  documentId,
  possibleActorIds,
  possibleClaimIds,
} from '../../../server/ingest/records/derived-ids.ts';
import {
  foldClaim,
  foldSpelling,
  formerFold,
  preferredSpelling,
} from '../../../server/ingest/records/fold-spelling.ts';

describe('foldSpelling', () => {
  it.each([
    [
      'apostrophes',
      [
        "Fishers' Union",
        'Fishers’ Union',
        'Fishers‘ Union',
        'Fishersʼ Union',
        'Fishers´ Union',
        'Fishers` Union',
        'Fishers′ Union',
        'Fishers＇ Union',
      ],
    ],
    [
      'quotation marks',
      [
        'Joe "Mad" Smith',
        'Joe “Mad” Smith',
        'Joe „Mad“ Smith',
        'Joe «Mad» Smith',
        "Joe 'Mad' Smith",
        'Joe ‘Mad’ Smith',
        'Joe ‹Mad› Smith',
        'Joe 「Mad」 Smith',
      ],
    ],
    [
      'hyphens and dashes',
      [
        'Al-Noor',
        'Al‐Noor',
        'Al‑Noor',
        'Al–Noor',
        'Al—Noor',
        'Al−Noor',
        'Al－Noor',
        'Al - Noor',
        'Al -- Noor',
        'Al\u00ad-Noor',
      ],
    ],
    [
      'zero width and direction',
      [
        'Ada Fern',
        '\ufeffAda Fern',
        'Ada\u200b Fern',
        '\u200eAda Fern\u200f',
        'A\u00adda Fern',
        'Ada\u2060 Fern',
        '\u202aAda Fern\u202c',
        'Ada\ufe0f Fern',
        'A\u200dda\u200c Fern',
        'Ada\u034f Fern',
      ],
    ],
    [
      'white space',
      ['Ada Fern', ' Ada  Fern ', 'Ada\u00a0Fern', 'Ada\u2009Fern', 'Ada\tFern', 'Ada\u0085Fern', 'Ada\u3000Fern'],
    ],
    ['Unicode form', ['Ren\u00e9', 'Rene\u0301', 'ＲENÉ']],
    ['emoji presentation', ['I \u2764\ufe0f dams', 'I \u2764 dams', 'I \u2764\ufe0e dams']],
  ])('makes one of spellings that differ in %s', (_, spellings) => {
    expect(new Set(spellings.map(foldSpelling)).size).toBe(1);
    expect(new Set(spellings.map(actorId)).size).toBe(1);
    expect(new Set(spellings.map((title) => documentId({ title }))).size).toBe(1);
  });

  it.each([
    ['a diacritic', 'Müller', 'Muller'],
    ['a hyphen for a space', 'well-known', 'well known'],
    ['a missing apostrophe', "Fishers' Union", 'Fishers Union'],
    ['feet and inches', "a wall of 6' 2", 'a wall of 6" 2'],
    ['a non-joiner in Persian', 'می\u200cخواهم', 'میخواهم'],
    ['a joiner beside a virama', 'ക്\u200d', 'ക്'],
    ['a joiner in an emoji', '👩\u200d🚀', '👩🚀'],
    [
      'the tags of a flag',
      '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    ],
    ['a Mongolian selector', 'ᠠ\u180b', 'ᠠ'],
    ['a closing stop in a name', 'Smith Jr.', 'Smith Jr'],
    ['the Japanese sound mark', 'ラーメン', 'ラメン'],
    ['nothing but invisible characters', '\u3164', '\u200b'],
  ])('keeps %s', (_, a, b) => {
    expect(foldSpelling(a)).not.toBe(foldSpelling(b));
    expect(actorId(a)).not.toBe(actorId(b));
  });

  it('keeps a joiner in a word whatever else nobody sees stands beside it', () => {
    expect(foldSpelling('می\u200b\u200cخواهم')).toBe('می\u200cخواهم');
    expect(foldSpelling('\u200cمی\u200c')).toBe('می');
  });

  it('gives names of letters, digits, spaces and plain marks the fold of earlier versions', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'abcXYZ 0189äß北朝鮮.,&()/'), maxLength: 40 });
    fc.assert(
      fc.property(plain, (text) => {
        expect(foldSpelling(text)).toBe(formerFold(text));
      }),
    );
    expect(foldSpelling("Ned O'Dell-Smith")).toBe(formerFold("Ned O'Dell-Smith"));
  });

  it('changes nothing when it is applied again', () => {
    const unit = fc.constantFrom(...'aB 1.-\'"’“–—\u00ad\u200b\u200c\u200d\u200e\ufe0fى\u0301´″…()क्');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        const folded = foldSpelling(text);
        fc.pre(folded !== '');
        expect(foldSpelling(folded)).toBe(folded);
      }),
    );
  });
});

describe('foldClaim', () => {
  it.each([
    [
      "The town's dam is safe - for now.",
      'The town’s dam is safe – for now.',
      "The town's dam is safe - for now",
      'The town’s dam is safe—for now .',
    ],
    ['She says “it is safe.”', 'She says ‘it is safe’.', "She says 'it is safe'"],
    ['大坝是安全的。', '大坝是安全的', '大坝是安全的｡', '大坝是安全的．'],
    ['बाँध सुरक्षित है।', 'बाँध सुरक्षित है'],
    ['السد آمن۔', 'السد آمن'],
  ])('makes one claim of %s and its other spellings', (...texts) => {
    expect(new Set(texts.map(claimId)).size).toBe(1);
  });

  it.each([
    ['The dam is safe.', 'The dam is safe?'],
    ['The dam is safe.', 'The dam is safe!'],
    ['The dam is safe…', 'The dam is safe.'],
    ['The dam is 1.5 m high.', 'The dam is 15 m high.'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(claimId(a)).not.toBe(claimId(b));
  });

  it('keeps a claim that is only a stop', () => {
    expect(foldClaim('.')).toBe('.');
  });

  it('folds long runs of one mark in linear time', () => {
    const units = ["'", '"', ' -', '- ', ' ', "'.", '.', '\u200b', '\u200c', '´', '´ '];
    const lengths = units.map((unit) => foldClaim(`a${unit.repeat(200_000)}b`).length);
    expect(lengths).toEqual([3, 3, 3, 3, 3, 400_002, 200_002, 2, 2, 3, 400_002]);
  });
});

describe('preferredSpelling', () => {
  it('is a total order, so no order of rows decides', () => {
    const spelling = fc.string({ unit: fc.constantFrom(...'aД\u00ad\u200b\u200e'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(spelling, { minLength: 1, maxLength: 6 }), fc.nat(), (all, seed) => {
        const turned = [...all.slice(seed % all.length), ...all.slice(0, seed % all.length)].toReversed();
        expect(turned.reduce(preferredSpelling)).toBe(all.reduce(preferredSpelling));
      }),
    );
  });

  it('prefers the spelling without characters that nobody sees', () => {
    expect(preferredSpelling('Ада\u00adФерн', 'АдаФерн')).toBe('АдаФерн');
    expect(preferredSpelling('Ada', '\u200eAda')).toBe('Ada');
  });
});

describe('possible ids', () => {
  it('begin with the id that earlier versions derived', () => {
    // Written by the version before: `actorId('Fishers’ Union')`, `claimId('The dam holds.')`.
    expect(possibleActorIds('Fishers’ Union')[0]).toBe('fishers-union-81895311156a03a8');
    expect(possibleClaimIds('The dam holds.')[0]).toBe('the-dam-holds-ae21be4198f6f14c');
  });

  it('is one id for a name whose spelling has no other form', () => {
    expect(possibleActorIds('North Korea')).toEqual(['north-korea']);
    expect(possibleActorIds('Müller & Co')).toHaveLength(1);
  });

  it('has the ids of usual spellings', () => {
    expect(possibleClaimIds('The dam – she says – holds')).toContain('the-dam-she-says-holds-cde679fe');
  });
});
