import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/i);

/** manifest.json of an archive: what lies in it, so that a damaged or foreign one is known before anything is written. */
export const manifestSchema = z.object({
  format: z.literal('nastavnik-backup-1'),
  made: z.string(),
  /** The schema that the rows belong to. */
  migrations: z.array(z.object({ name: z.string(), checksum: sha256 })),
  tables: z.array(
    z.object({
      schema: name,
      table: name,
      columns: z.array(z.string()),
      entry: z.string().regex(/^tables\/[\w.]+\.csv$/),
      rows: z.number().int().nonnegative(),
      sha256,
    }),
  ),
  sequences: z.array(z.object({ schema: name, sequence: name, value: z.string().regex(/^-?\d+$/) })),
  files: z.array(
    z.object({
      /** Under the directory of files, with slashes: never up, never absolute. */
      path: z.string().regex(/^[\w-]+(\/[\w-]+(\.\w+)*)*$/),
      size: z.number().int().nonnegative(),
      sha256,
    }),
  ),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const manifestEntry = 'manifest.json';
export const readmeEntry = 'README.txt';
export const fileEntry = (path: string): string => `files/${path}`;
