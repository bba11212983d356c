import { describe, expect, it } from 'vitest';
import { validate } from './support.ts';

const read = async (...lines: readonly string[]) => validate('csv', lines.join('\n'));

describe('attributes in a CSV file', () => {
  it('are columns of the actor, the claim and the document, united over rows', async () => {
    const { records, faults } = await read(
      'actor,claim,stance,document_title,Actor.Party,actor.seats,CLAIM.Verdict of X,document.pages,document.v.2',
      'a,c,asserts,D,Left; Green,12,mixed,3,1.0',
      'A,c,denies,D,Blue,,"false\\; or not",,007',
    );
    expect(faults.faults).toEqual([]);
    expect(records.actors[0]?.attributes).toEqual({ Party: ['Blue', 'Green', 'Left'], seats: [12] });
    expect(records.claims[0]?.attributes).toEqual({ 'Verdict of X': ['false; or not', 'mixed'] });
    expect(records.documents[0]?.attributes).toEqual({ pages: [3], 'v.2': ['007', '1.0'] });
  });

  it('have the type that the header names', async () => {
    const { records, faults } = await read(
      'actor,claim,stance,actor.x:TEXT,actor.x:number,actor.y:date,claim.z',
      'a,c,asserts,12; 007,1.50; +3,2022-09,NA',
    );
    expect(faults.faults).toEqual([]);
    expect(records.actors[0]?.attributes).toEqual({ x: [1.5, 3, '007', '12'], y: ['2022-09'] });
    expect(records.claims[0]?.attributes).toBeUndefined();
  });

  it('are a fault with the name of their column', async () => {
    const faultsOf = async (header: string, cell: string) =>
      (await read(`actor,claim,stance,${header}`, `a,c,asserts,${cell}`)).faults.faults.map(({ row, field, code }) => [
        row,
        field,
        code,
      ]);
    expect(await faultsOf('actor.x:number', '1; twelve')).toEqual([[2, 'actor.x:number', 'bad-value']]);
    expect(await faultsOf('claim.x:date', '2022-13')).toEqual([[2, 'claim.x:date', 'bad-date']]);
    expect(await faultsOf('document.x', '1')).toEqual([[2, 'document_title', 'missing']]);
    expect(await faultsOf('claim.x', 'x'.repeat(1_001))).toEqual([[2, 'claim.x', 'too-long']]);
    expect(await faultsOf('claim.x:number', '9007199254740993')).toEqual([[2, 'claim.x', 'bad-value']]);
    expect(await faultsOf('actor.', '1')).toEqual([[1, 'actor.', 'unknown-field']]);
    expect(await faultsOf('actor.__proto__', '1')).toEqual([[1, 'actor.__proto__', 'unknown-field']]);
    expect(await faultsOf('actor.x:colour', '1')).toEqual([[1, 'actor.x:colour', 'unknown-field']]);
    expect(await faultsOf('statement.x', '1')).toEqual([[1, 'statement.x', 'unknown-field']]);
    expect(await faultsOf('actor.x,ACTOR.x', '1,2')).toEqual([[1, 'actor.x', 'bad-value']]);
  });

  it('are too many over the rows of one claim, in time', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `a,c,asserts,${n}`);
    const { faults } = await read('actor,claim,stance,claim.n', ...rows);
    expect(faults.faults.map(({ field, code }) => [field, code])).toEqual([['claim.n', 'too-long']]);
  });

  it('belong to what a row describes', async () => {
    const { records, faults } = await read(
      'actor,claim,stance,record,actor.party,claim.verdict',
      'a,,,actor,Left,',
      ',c,,claim,,false',
      'b,,,actor,,true',
    );
    expect(faults.faults).toEqual([
      {
        file: 'dispute.csv',
        row: 4,
        field: 'claim.verdict',
        code: 'unknown-field',
        reason: 'A row of record actor describes no claim. Clear this cell, or write a row of record claim.',
      },
    ]);
    expect(records.actors).toEqual([]);
  });
});
