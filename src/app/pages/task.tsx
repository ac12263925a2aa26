import { roles } from '../../kernel/actor.ts';
import { found, goTo, param } from '../../platform/http/replies.ts';
import type { Input, PageCtx, Route } from '../../platform/http/route.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { PostButton } from '../../ui/form.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Note } from '../../ui/note.tsx';
import { Progress } from '../../ui/progress.tsx';
import { screen } from '../../ui/screen.tsx';

const theTask = async (ctx: PageCtx, input: Input) =>
  found(
    await ctx.db
      .selectFrom('tasks')
      .selectAll()
      .where('id', '=', param(input, 'taskId'))
      .where('account_id', '=', ctx.actor.accountId)
      .executeTakeFirst(),
    'task',
  );

/** Long work as its owner sees it. The page refreshes itself by a header, so it needs no script. */
export const taskPage: Route = {
  method: 'GET',
  path: '/tasks/:taskId',
  who: roles,
  async handle(ctx, input) {
    const task = await theTask(ctx, input);
    if (task.state === 'done' && task.next_path)
      return goTo(task.next_path, task.message ? { toast: { text: task.message } } : {});
    const going = task.state === 'waiting' || task.state === 'running';
    const page = await screen(
      ctx,
      { title: task.title, ...(going ? { head: <meta http-equiv="refresh" content="1" /> } : {}) },
      <>
        <Heading title={task.title} lead={going ? 'Можно уйти с этой страницы: работа продолжится.' : undefined} />
        {going ? (
          <>
            <Progress
              done={task.done_count}
              total={task.total_count}
              label={task.state === 'waiting' ? 'Ждёт очереди' : 'Идёт работа'}
              aside={task.total_count > 0 ? `${task.done_count} из ${task.total_count}` : undefined}
            />
            <PostButton action={`/tasks/${task.id}/cancel`}>
              <Button kind="danger">Остановить</Button>
            </PostButton>
          </>
        ) : (
          <>
            <Note kind={task.state === 'done' ? 'ok' : 'warn'}>{task.message}</Note>
            <LinkButton href={task.next_path ?? '/'} icon="arrow-left">
              Вернуться
            </LinkButton>
          </>
        )}
      </>,
    );
    return page;
  },
};

export const cancelTask: Route = {
  method: 'POST',
  path: '/tasks/:taskId/cancel',
  who: roles,
  async handle(ctx, input) {
    const task = await theTask(ctx, input);
    await ctx.db.updateTable('tasks').set({ cancel_requested: true }).where('id', '=', task.id).execute();
    return goTo(`/tasks/${task.id}`, { toast: { text: 'Останавливаем' } });
  },
};
