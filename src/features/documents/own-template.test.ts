import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { paperStories } from '../../../test/paper-story.ts';
import { story } from '../../../test/story.ts';
import { day } from '../../kernel/day.ts';
import { bodyText, writeDocx } from '../../platform/docx/write-docx.ts';
import { setNumberAndDay } from './number-document.ts';
import { starterTemplates } from './templates/starters.ts';
import { templateProblemText } from './texts.ts';
import { returnToStarter, uploadTemplate } from './upload-template.ts';

const papers = paperStories();
const today = day('2026-10-12');

const { draft, textOf } = papers;

const kind = 'working-group-order';
const own = (text: string) =>
  ({ kind, name: 'свой.docx', bytes: writeDocx('Свой', [{ blocks: [bodyText(text)] }]) }) as const;

test(
  'the college’s own template takes the starter’s place, version by version, until it is sent back; old drafts keep theirs',
  story(async (world) => {
    const { ctx } = world;
    const at = papers.at(ctx('administrator'));

    expect(await uploadTemplate(at, own('Свой приказ, {колледж}'))).toEqual({ ok: true, value: 1 });
    const first = await draft(world);
    expect(await textOf(world, first)).toBe('Свой приказ, ГПОАУ «Верхнереченский колледж»');
    expect(await uploadTemplate(at, own('Вторая редакция'))).toEqual({ ok: true, value: 2 });
    expect(await textOf(world, await draft(world))).toBe('Вторая редакция');
    await setNumberAndDay(at, { documentId: first, version: 1, number: '3', day: today });
    expect(await textOf(world, first)).toContain('Свой приказ');

    await returnToStarter(at, kind);

    expect(await textOf(world, await draft(world))).toContain('ПРИКАЗЫВАЮ:');
  }),
);

test(
  'an own template with unknown fields is refused by their names, and taken only when that is said aloud',
  story(async (world) => {
    const at = papers.at(world.ctx('curator'));
    const file = own('Приказ {колеж} от {дата} и {печать}');

    const answer = await uploadTemplate(at, file);

    if (answer.ok) throw new Error('taken');
    const words = answer.report.problems.map(templateProblemText);
    expect(words.join(' ')).toContain('{колеж}');
    expect(words.join(' ')).toContain('{печать}');
    expect(await uploadTemplate(at, { ...file, withBlanks: true })).toEqual({ ok: true, value: 1 });
  }),
);

test(
  'a template with macros, or one that is no Word file, is refused whatever is said',
  story(async (world) => {
    const at = papers.at(world.ctx('curator'));
    const parts = unzipSync(starterTemplates[kind].build());
    const macros = zipSync({ ...parts, 'word/vbaProject.bin': new Uint8Array([1, 2, 3]) });

    const reasonOf = async (bytes: Uint8Array) => {
      const answer = await uploadTemplate(at, { kind, name: 'a.docx', bytes, withBlanks: true });
      return answer.ok ? 'taken' : answer.report.problems.map(({ file }) => file);
    };
    expect(await reasonOf(macros)).toEqual(['macros']);
    expect(await reasonOf(strToU8('не документ'))).toEqual(['wrong-kind']);
    expect(await reasonOf(new Uint8Array())).toEqual(['empty']);
  }),
);
