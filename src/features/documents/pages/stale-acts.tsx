import type { PageCtx } from '../../../platform/http/route.ts';
import { Note } from '../../../ui/note.tsx';
import { requisitesOf, stateNames } from '../../acts/texts.ts';
import type { DocumentKind } from '../document.ts';
import { staleTemplates } from '../template-acts.ts';
import { kindNames } from '../texts.ts';

/** Warns of templates whose words name an act that no longer stands; nothing when all is well. */
export const StaleActs = async ({ ctx, kind: only }: { readonly ctx: PageCtx; readonly kind?: DocumentKind }) => {
  const stale = await staleTemplates(ctx, only ? [only] : undefined);
  return stale.length === 0 ? null : (
    <Note
      kind="warn"
      strong
      title={only ? 'В шаблоне назван акт, которого уже нет' : 'В шаблонах названы акты, которых уже нет'}
    >
      <ul>
        {stale.map(({ kind, cited, state, instead }) => (
          <li>
            <a href={`/documents/templates/${kind}`}>{kindNames[kind]}</a>:{' '}
            <a href={`/acts/${cited.id}`}>{cited.title}</a> {requisitesOf(cited)} {stateNames[state]}.{' '}
            {instead ? (
              <>
                Впишите вместо него <a href={`/acts/${instead.id}`}>{instead.title}</a> {requisitesOf(instead)}.
              </>
            ) : (
              'Уберите ссылку на него.'
            )}
          </li>
        ))}
      </ul>
    </Note>
  );
};
