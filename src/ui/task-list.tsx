import type { Child } from 'hono/jsx';

export interface Task {
  readonly number?: string | undefined;
  readonly title: Child;
  readonly href?: string | undefined;
  /** Why it is here: «Ответила 21 группа из 26». */
  readonly reason?: Child;
  readonly who?: Child;
  /** One small button. */
  readonly action?: Child;
}

/** What to do: number, title with its reason, who is late, the action that moves it. */
export const TaskList = ({ tasks }: { readonly tasks: readonly Task[] }) => (
  <ul class="tasks">
    {tasks.map((task) => (
      <li>
        <span class="task-number">{task.number ?? ''}</span>
        <div class="task-words">
          <p class="task-title">{task.href ? <a href={task.href}>{task.title}</a> : task.title}</p>
          {task.reason ? <p class="task-reason">{task.reason}</p> : null}
        </div>
        <div class="task-who">{task.who ?? null}</div>
        <div class="task-action">{task.action ?? null}</div>
      </li>
    ))}
  </ul>
);
