import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';

/** Rules of axe that colours and sizes decide; the others find the same in every theme and width. */
export const looks = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'];

/**
 * What axe finds on this page (only violations are worked out in full; some rules, or all of them), and how far it runs
 * over its edge.
 */
export const troublesOn = async (page: Page, rules?: readonly string[]): Promise<string[]> => {
  await page.waitForSelector('html:not([aria-busy])');
  await page.evaluate(axe.source);
  const { found, over } = await page.evaluate(async (only) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const { violations } = await inPage.run(document, {
      ...(only ? { runOnly: { type: 'rule', values: [...only] } } : {}),
      resultTypes: ['violations'],
      preload: false,
      selectors: false,
    });
    return {
      found: violations.map(({ id, nodes }) => ({
        id,
        html: nodes.slice(0, 2).map((node) => node.html.slice(0, 160)),
      })),
      over: document.documentElement.scrollWidth - innerWidth,
    };
  }, rules);
  return [
    ...found.map(({ id, html }) => `${id}: ${html.join(' | ')}`),
    ...(over > 0 ? [`runs ${over} px over the edge`] : []),
  ];
};

/** This page is read by everybody: axe finds nothing, and nothing runs over its edge. */
export const isWell = async (page: Page): Promise<void> => expect(await troublesOn(page)).toEqual([]);
