import { demand, roles } from '../../../kernel/actor.ts';
import { counted } from '../../../kernel/russian/plural.ts';
import { download, found, param } from '../../../platform/http/replies.ts';
import type { MemberRoute, PageCtx } from '../../../platform/http/route.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Heading, Section } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { momentWords } from '../../college/moments.ts';
import { normsOf } from '../../college/rows.ts';
import { fullName } from '../../people/person.ts';
import { filesOf, readingsOf } from '../about-rows.ts';
import { exportTexts, seenWords } from '../about-texts.ts';
import { exportAbout } from '../export-about.ts';
import { type Counted, countAbout, mayReadAbout, recordsOf, type Subject, subjectsOf } from '../read-about.ts';
import { linesOf } from '../row-words.ts';

const records = (count: number): string => counted(count, 'запись', 'записи', 'записей');

const KindSection = ({
  counted: { kind, open, sealed },
  href,
}: {
  readonly counted: Counted;
  readonly href: string;
}) => (
  <Section title={kind.title} id={kind.code} aside={open > 0 ? <a href={href}>{records(open)}</a> : undefined}>
    <p>{kind.contents}.</p>
    <ul class="plain-list">
      <li>
        <span class="hint">{exportTexts.seenBy}:</span> {seenWords(kind)}
      </li>
      <li>
        <span class="hint">{exportTexts.ground}:</span> {kind.ground}
      </li>
      <li>
        <span class="hint">{exportTexts.kept}:</span> {kind.kept}
      </li>
      {sealed > 0 ? <li>{exportTexts.sealed(sealed)}</li> : null}
    </ul>
  </Section>
);

const Readings = async ({ ctx, subject }: { readonly ctx: PageCtx; readonly subject: Subject }) => {
  const readings = await readingsOf(ctx.db, subject.person.id);
  const moment = await momentWords(ctx.db);
  return (
    <Section title={exportTexts.readings} id="readings" count={readings.length}>
      {readings.length === 0 ? (
        <p>Никто не открывал.</p>
      ) : (
        <ul class="plain-list">
          {readings.map(({ at, actorName }) => (
            <li>
              {actorName} <span class="hint">{moment(at)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};

const Files = async ({ ctx, subject }: { readonly ctx: PageCtx; readonly subject: Subject }) => {
  const files = await filesOf(ctx.db, subject.person.id);
  return (
    <Section title="Файлы" id="files" count={files.length}>
      {files.length === 0 ? (
        <p>Файлов нет.</p>
      ) : (
        <ul class="plain-list">
          {files.map(({ name }) => (
            <li>{name}</li>
          ))}
        </ul>
      )}
    </Section>
  );
};

const Actions = ({ subject }: { readonly subject: Subject }) => (
  <>
    <PostButton action={`/about-me/${subject.person.id}/export`} answersPage>
      <Button kind="primary" icon="download">
        Скачать всё
      </Button>
    </PostButton>
    <LinkButton href="/my/consents" icon="signature">
      Отозвать согласие
    </LinkButton>
  </>
);

const aboutScreen = async (ctx: PageCtx, subjects: readonly Subject[], subject: Subject) => {
  const kinds = await countAbout(ctx, subject);
  const present = kinds.filter(({ open, sealed }) => open + sealed > 0);
  const absent = kinds.filter(({ open, sealed }) => open + sealed === 0);
  const { person, own } = subject;
  const title = own ? 'Что обо мне хранится' : `Что хранится: ${fullName(person)}`;
  return screen(
    ctx,
    { title },
    <>
      <Heading
        title={title}
        lead="Всё, что система хранит: что это, кто видит, на каком основании и сколько времени."
        actions={<Actions subject={subject} />}
      />
      {subjects.length > 1 ? (
        <Tabs
          label="О ком"
          tabs={subjects.map((one) => ({
            href: `/about-me?person=${one.person.id}`,
            label: one.own ? 'Обо мне' : fullName(one.person),
            current: one.person.id === person.id,
          }))}
        />
      ) : null}
      {own ? null : (
        <Note kind="info">
          Вы смотрите как представитель. Ответы на анкеты и вопросы куратору видит только сам участник.
        </Note>
      )}
      {present.map((one) => (
        <KindSection counted={one} href={`/about-me/${person.id}/records?kind=${one.kind.code}`} />
      ))}
      {await Files({ ctx, subject })}
      {await Readings({ ctx, subject })}
      {absent.length > 0 ? (
        <Section title="Этого здесь нет">
          <p>{absent.map(({ kind }) => kind.title).join(' · ')}</p>
        </Section>
      ) : null}
    </>,
  );
};

export const aboutMePage: MemberRoute = {
  method: 'GET',
  path: '/about-me',
  who: roles,
  async handle(ctx, { query }) {
    const subjects = await subjectsOf(ctx);
    const asked = query.get('person');
    const subject = asked === null ? subjects[0] : subjects.find(({ person }) => person.id === asked);
    if (subject) return aboutScreen(ctx, subjects, subject);
    return screen(
      ctx,
      { title: 'Что обо мне хранится' },
      <>
        <Heading title="Что обо мне хранится" />
        <Empty icon="shield-check" title="Карточки человека у вас нет">
          Система хранит о вас только учётную запись: имя, логин и роли. Если вы участник программы, скажите куратору.
        </Empty>
      </>,
    );
  },
};

const subjectFor = async (ctx: PageCtx, personId: string): Promise<Subject> => {
  const subjects = await subjectsOf(ctx);
  demand(mayReadAbout(ctx.actor, subjects, personId));
  return found(
    subjects.find(({ person }) => person.id === personId),
    'person',
  );
};

export const aboutRecordsPage: MemberRoute = {
  method: 'GET',
  path: '/about-me/:personId/records',
  who: roles,
  async handle(ctx, input) {
    const subject = await subjectFor(ctx, param(input, 'personId'));
    const asked = input.query.get('kind');
    const kinds = await countAbout(ctx, subject);
    const { kind, sealed } = found(kinds.find((one) => one.kind.code === asked) ?? kinds[0], 'kind');
    const norms = [
      ...(await normsOf(ctx.db, 'form')),
      ...(await normsOf(ctx.db, 'variant')),
      ...(await normsOf(ctx.db, 'topic')),
    ];
    const names = new Map(norms.map(({ code, label }) => [code, label]));
    const rows = (await recordsOf(ctx, kind, subject)).flatMap((one) => one.rows).map((row) => linesOf(row, names));
    return screen(
      ctx,
      { title: kind.title },
      <>
        <Heading
          title={kind.title}
          crumbs={[
            { label: 'Что обо мне хранится', href: `/about-me?person=${subject.person.id}` },
            { label: kind.title },
          ]}
          lead={kind.contents}
        />
        {rows
          .filter((lines) => lines.length > 0)
          .slice(0, 200)
          .map((lines, at) => (
            <Section title={`Запись ${at + 1}`}>
              <DefinitionList terms={lines} rules />
            </Section>
          ))}
        {rows.length === 0 ? <p>{exportTexts.nothing}.</p> : null}
        {rows.length > 200 ? <p>Здесь первые 200 записей, все — в выгрузке.</p> : null}
        {sealed > 0 ? <Note kind="info">{exportTexts.sealed(sealed)}</Note> : null}
      </>,
    );
  },
};

export const exportMyData: MemberRoute = {
  method: 'POST',
  path: '/about-me/:personId/export',
  who: roles,
  async handle(ctx, input) {
    const outcome = await exportAbout(ctx, param(input, 'personId'));
    return download(new Uint8Array(outcome.value.bytes), outcome.value.name, 'application/zip');
  },
};
