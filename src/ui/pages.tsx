import { texts } from './texts.ts';

export interface PagesProps {
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  /** The address of a page, filters kept. */
  readonly href: (page: number) => string;
}

/** Page numbers to show: first, last, the current one with its neighbours; `null` is a gap. */
export const pageNumbers = (page: number, pages: number): readonly (number | null)[] => {
  const wanted = new Set([1, pages, page - 1, page, page + 1].filter((n) => n >= 1 && n <= pages));
  if (page <= 2) for (const n of [2, 3]) if (n <= pages) wanted.add(n);
  const result: (number | null)[] = [];
  let last = 0;
  for (const n of [...wanted].sort((a, b) => a - b)) {
    if (n - last === 2) result.push(n - 1);
    else if (n - last > 2) result.push(null);
    result.push(n);
    last = n;
  }
  return result;
};

/** «Показаны 1–15 из 409» and links to the other pages. */
export const Pages = ({ page, perPage, total, href }: PagesProps) => {
  const pages = Math.max(1, Math.ceil(total / perPage));
  const from = total === 0 ? 0 : (page - 1) * perPage + 1;
  return (
    <div class="pages">
      <p class="pages-shown">
        {texts.shown(from, Math.min(page * perPage, total), total)}
        {pages > 1 ? ` · ${texts.perPage(perPage)}` : null}
      </p>
      {pages > 1 ? (
        <nav aria-label={texts.pages}>
          <ul class="page-links">
            {page > 1 ? (
              <li>
                <a href={href(page - 1)} rel="prev">
                  {texts.back}
                </a>
              </li>
            ) : null}
            {pageNumbers(page, pages).map((n) =>
              n === null ? (
                <li class="gap" aria-hidden="true">
                  …
                </li>
              ) : (
                <li class="number">
                  <a href={href(n)} aria-label={`${texts.page} ${n}`} aria-current={n === page ? 'page' : undefined}>
                    {n}
                  </a>
                </li>
              ),
            )}
            <li class="page-of" aria-hidden="true">
              {texts.pageOf(page, pages)}
            </li>
            {page < pages ? (
              <li>
                <a href={href(page + 1)} rel="next">
                  {texts.forward}
                </a>
              </li>
            ) : null}
          </ul>
        </nav>
      ) : null}
    </div>
  );
};
