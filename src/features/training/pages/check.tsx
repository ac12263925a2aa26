import { formatDay } from '../../../kernel/day.ts';
import { limitAttempts } from '../../../platform/http/attempts.ts';
import { param } from '../../../platform/http/replies.ts';
import type { PublicRoute } from '../../../platform/http/route.ts';
import { DefinitionList } from '../../../ui/definition.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Note } from '../../../ui/note.tsx';
import { screen } from '../../../ui/screen.tsx';
import { certificateByCode } from '../certificate-rows.ts';

const mayTry = limitAttempts({ most: 30, seconds: 60 });

/** Anybody with the paper in hand sees that it is real, and no more than stands on it. */
export const checkPage: PublicRoute = {
  method: 'GET',
  path: '/check/:code',
  who: 'public',
  async handle(ctx, input) {
    const tried = mayTry(input.address);
    const certificate = tried ? await certificateByCode(ctx.system, param(input, 'code')) : undefined;
    return screen(
      ctx,
      { title: 'Проверка удостоверения', frame: 'bare' },
      <>
        <Heading title="Проверка удостоверения" />
        {!tried ? (
          <Note kind="warn" title="Слишком много проверок подряд">
            Подождите минуту и откройте страницу ещё раз.
          </Note>
        ) : certificate === undefined ? (
          <Note kind="bad" title="Такого удостоверения нет">
            Отсканируйте QR-код на бумаге ещё раз. Если он ведёт сюда же, удостоверение колледжем не выдано.
          </Note>
        ) : (
          <>
            {certificate.inForce ? (
              <Note kind="ok" title="Удостоверение выдано и действует" />
            ) : (
              <Note kind="bad" title="Удостоверение аннулировано" />
            )}
            <DefinitionList
              terms={[
                { label: 'Номер', value: String(certificate.number) },
                { label: 'Дата', value: formatDay(certificate.issuedOn) },
                { label: 'Программа', value: certificate.programme },
                { label: 'Инициалы', value: certificate.initials },
              ]}
            />
          </>
        )}
      </>,
    );
  },
};
