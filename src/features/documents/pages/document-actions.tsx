import type { Actor } from '../../../kernel/actor.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { mayKeepDocuments, mayRegister } from '../access.ts';
import { isDocumentKind, isEditable, isInForce, mayBeAmended } from '../document.ts';
import type { Document } from '../rows.ts';

/** Buttons beside the title: files for readers, the next step for those who keep papers. */
export const DocumentActions = ({ actor, paper }: { readonly actor: Actor; readonly paper: Document }) => {
  const keeper = mayKeepDocuments(actor) === true;
  const here = `/documents/${paper.id}`;
  return (
    <>
      {paper.docxFileId ? (
        <>
          <LinkButton icon="download" href={`${here}/docx`} download>
            DOCX
          </LinkButton>
          <LinkButton icon="download" href={`${here}/pdf`} download>
            PDF
          </LinkButton>
        </>
      ) : null}
      {keeper && paper.status === 'draft' ? (
        <PostButton action={`${here}/send`} hidden={{ version: paper.version }}>
          <Button kind="primary" icon="signature">
            Отправить на подпись
          </Button>
        </PostButton>
      ) : null}
      {keeper && paper.status === 'on-signing' ? (
        <PostButton action={`${here}/take-back`} hidden={{ version: paper.version }}>
          <Button icon="undo-2">Вернуть в проекты</Button>
        </PostButton>
      ) : null}
    </>
  );
};

/** What changes or ends the paper: at the foot of the aside, away from the daily buttons. */
export const EndOfPaper = ({ actor, paper }: { readonly actor: Actor; readonly paper: Document }) => {
  const here = `/documents/${paper.id}`;
  const keeper = mayKeepDocuments(actor) === true;
  const removable =
    paper.origin === 'made' ? keeper && isEditable(paper.status) : mayRegister(actor, paper.kind) === true;
  const amendable = keeper && isInForce(paper.status) && isDocumentKind(paper.kind) && mayBeAmended(paper.kind);
  return (
    <>
      {amendable ? (
        <PostButton action={`${here}/cancel`}>
          <Button kind="quiet" icon="file-x">
            Отменить новым приказом
          </Button>
        </PostButton>
      ) : null}
      {removable ? (
        <LinkButton kind="quiet" icon="trash-2" href={`${here}/remove`}>
          {paper.origin === 'made' ? 'Удалить проект' : 'Убрать из реестра'}
        </LinkButton>
      ) : null}
    </>
  );
};
