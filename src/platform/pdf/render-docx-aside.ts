import { workAside } from './work-aside.ts';

/**
 * Fills a template in, in a worker thread: `renderDocx` with the filters of kernel/russian/wording. The data must be plain (it is copied); names in
 * cases come as `nameForms` or as text.
 */
export const renderDocxAside = (
  template: Uint8Array,
  input: {
    readonly data: Readonly<Record<string, unknown>>;
    readonly pictures?: Readonly<Record<string, Uint8Array>>;
  },
): Promise<Uint8Array> => workAside({ kind: 'render', template, data: input.data, pictures: input.pictures ?? {} });
