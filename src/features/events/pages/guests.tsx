import type { RawForm } from '../../../platform/fields.ts';
import type { PageCtx } from '../../../platform/http/route.ts';
import { Badge, Tick } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { CheckboxGroup, HiddenField, TextField } from '../../../ui/fields.tsx';
import { Form } from '../../../ui/form.tsx';
import { Section } from '../../../ui/heading.tsx';
import { Table } from '../../../ui/table.tsx';
import { groupAnswers } from '../../registers/need-rows.ts';
import { invitableGroups, mayKeepEvents } from '../access.ts';
import { cameBy, type Guest, type ProgrammeEvent } from '../event.ts';
import { othersField } from '../fields.ts';
import { guestsOf } from '../guest-rows.ts';
import { audienceNames } from '../name-texts.ts';
import { howNames } from '../texts.ts';
import type { SentToEvent } from './sent.ts';

const inviteKinds = [
  { value: 'staff', label: 'все сотрудники' },
  { value: 'specialist', label: 'все специалисты предприятий' },
  { value: 'graduate', label: 'все выпускники' },
] as const;

/** Groups and circles out of the form of invitations. */
export const inviteForm = ({ values }: RawForm) => ({
  groupIds: (values.groupIds ?? []).filter((id) => /^[\da-f-]{36}$/.test(id)),
  kinds: inviteKinds.map(({ value }) => value).filter((kind) => values.kinds?.includes(kind)),
});

const Presence = ({ guest }: { readonly guest: Guest }) => {
  if (guest.how) return <Tick>{howNames[guest.how]}</Tick>;
  return guest.invited ? <span>приглашён</span> : <Badge tone="mute">отметка снята</Badge>;
};

const Guests = ({
  guests,
  event,
  markable,
  sent,
}: {
  readonly guests: readonly Guest[];
  readonly event: ProgrammeEvent;
  readonly markable: boolean;
  readonly sent: SentToEvent | undefined;
}) => {
  const own = sent?.part === 'guests' ? sent : undefined;
  const ticked = own?.form.values.guestIds;
  if (!markable)
    return (
      <Table
        caption="Приглашённые и пришедшие"
        plain
        rows={guests}
        columns={[
          { key: 'name', label: 'Кто', head: true, cell: ({ name }) => name },
          {
            key: 'place',
            label: 'Группа или должность',
            cell: ({ place, audience }) => place || audienceNames[audience],
          },
          { key: 'how', label: 'Явка', cell: (guest) => <Presence guest={guest} /> },
        ]}
        empty={<p class="hint">Пока никого не пригласили.</p>}
      />
    );
  return (
    <Form
      action={`/events/${event.id}/guests`}
      errors={own?.errors}
      refusal={own?.refusal}
      actions={<Button>Записать явку</Button>}
    >
      {(own?.form.values.shownIds ?? guests.filter(({ came }) => came).map(({ id }) => id)).map((id) => (
        <HiddenField name="shownIds" value={id} />
      ))}
      {guests.length > 0 ? (
        <CheckboxGroup
          name="guestIds"
          label="Кто пришёл"
          values={ticked ?? guests.filter(({ came }) => came).map(({ id }) => id)}
          options={guests.map(({ id, name, place, audience, how }) => ({
            value: id,
            label: name,
            hint: [place || audienceNames[audience], how ? howNames[how] : ''].filter(Boolean).join(', '),
          }))}
        />
      ) : null}
      <TextField
        name="others"
        label={othersField.others.label}
        hint={othersField.others.hint}
        width="s"
        inputmode="numeric"
        value={own?.form.values.others?.[0] ?? (event.others > 0 ? String(event.others) : '')}
        error={own?.errors?.others}
        optional
      />
    </Form>
  );
};

/** Who is asked and who came; invitations below. */
export const GuestSections = async ({
  ctx,
  event,
  sent,
}: {
  readonly ctx: PageCtx;
  readonly event: ProgrammeEvent;
  readonly sent: SentToEvent | undefined;
}) => {
  const guests = await guestsOf(ctx.db, event.id);
  const keeper = mayKeepEvents(ctx.actor) === true && event.cancelledOn === null;
  const allowed = invitableGroups(ctx.actor);
  const groups = keeper ? await groupAnswers(ctx.db, event.year, allowed) : [];
  const came = cameBy(guests)
    .map(([audience, people]) => `${audienceNames[audience]}: ${people}`)
    .join(', ');
  const invite = sent?.part === 'invite' ? sent : undefined;
  return (
    <>
      <Section title="Кто приглашён и кто пришёл" id="guests" count={guests.length} aside={came || undefined}>
        <Guests guests={guests} event={event} markable={keeper && event.day <= ctx.today} sent={sent} />
      </Section>
      {keeper && (groups.length > 0 || allowed === 'all') ? (
        <Section title="Пригласить">
          <Form
            action={`/events/${event.id}/invite`}
            refusal={invite?.refusal}
            actions={<Button icon="user-plus">Добавить в список</Button>}
          >
            {groups.length > 0 ? (
              <CheckboxGroup
                name="groupIds"
                label="Учебные группы"
                look="row"
                values={invite?.form.values.groupIds ?? []}
                options={groups.map(({ id, code }) => ({ value: id, label: code }))}
              />
            ) : null}
            {allowed === 'all' ? (
              <CheckboxGroup
                name="kinds"
                label="Кроме групп"
                look="row"
                values={invite?.form.values.kinds ?? []}
                options={inviteKinds}
              />
            ) : null}
          </Form>
        </Section>
      ) : null}
    </>
  );
};
