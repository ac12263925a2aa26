import type pg from 'pg';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  readonly values: readonly string[];
}

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

interface Description {
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
}

/** Reads tables, columns and constraints of the schema `public`, as migrations left them. */
export const describeSchema = async (client: pg.Client): Promise<Description> => {
  const constraints = await client.query<Constraint>(`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid <> 0 order by 1, 2`);
  const columns = await client.query<Omit<Column, 'values'>>(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      not a.attnotnull as nullable, a.atthasdef or a.attidentity <> '' as "hasDefault"
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`);
  return {
    constraints: constraints.rows,
    columns: columns.rows.map((column) => ({ ...column, values: allowedValues(column, constraints.rows) })),
  };
};

const allowedValues = (
  { table, name }: { table: string; name: string },
  constraints: readonly Constraint[],
): string[] => {
  for (const { table: of, definition } of constraints) {
    const list =
      of === table && new RegExp(`^CHECK \\(\\(${name} = ANY \\(ARRAY\\[(.*)\\]\\)\\)\\)$`).exec(definition)?.[1];
    if (list) return [...list.matchAll(/'([^']*)'::text/g)].flatMap(([, value]) => value ?? []);
  }
  return [];
};

const scalar: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  integer: 'number',
  bigint: 'number',
  boolean: 'boolean',
  date: 'Day',
  'timestamp with time zone': 'Date',
};

const typeOf = (column: Column): string => {
  if (column.type === 'jsonb') return 'ColumnType<unknown, string, string>';
  if (column.values.length > 0) return column.values.map((value) => `'${value}'`).join(' | ');
  if (column.type.endsWith('[]')) return `${scalar[column.type.slice(0, -2)]}[]`;
  const known = scalar[column.type];
  if (!known) throw new Error(`column ${column.table}.${column.name}: no TypeScript type for ${column.type}`);
  return known;
};

const typescriptColumn = (column: Column): string => {
  const type = typeOf(column);
  const nullable = column.nullable ? `${type} | null` : type;
  const key = /^[a-z_]+$/.test(column.name) ? column.name : `'${column.name}'`;
  if (column.type === 'jsonb') {
    const write = [
      column.nullable ? 'string | null' : 'string',
      column.hasDefault || column.nullable ? ' | undefined' : '',
    ].join('');
    return `  ${key}: ColumnType<unknown, ${write}, ${column.nullable ? 'string | null' : 'string'}>;`;
  }
  return `  ${key}: ${column.hasDefault ? `Generated<${nullable}>` : nullable};`;
};

const byTable = (columns: readonly Column[]): Map<string, Column[]> => {
  const tables = new Map<string, Column[]>();
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column]);
  return tables;
};

/** Kysely's types of the tables. */
export const typescriptOf = ({ columns }: Description): string => {
  const tables = [...byTable(columns)];
  const bodies = tables.map(
    ([table, all]) => `export interface ${pascal(table)} {\n${all.map(typescriptColumn).join('\n')}\n}\n`,
  );
  const names = tables.map(([table]) => `  ${table}: ${pascal(table)};`);
  return [
    '// Made by `npm run schema` from the migrations. Do not edit.',
    "import type { ColumnType, Generated } from 'kysely';",
    "import type { Day } from '../../kernel/day.ts';",
    '',
    ...bodies,
    `export interface DB {\n${names.join('\n')}\n}\n`,
  ].join('\n');
};

/** The same for people: database/schema.md. */
export const markdownOf = ({ columns, constraints }: Description): string => {
  const parts = [
    '# Tables',
    '',
    'Made by `npm run schema` from `migrations/`; a test compares. Every table with `college_id` is under row-level security.',
    '',
  ];
  for (const [table, all] of byTable(columns)) {
    parts.push(`## ${table}`, '', '| column | type | |', '|---|---|---|');
    for (const { name, type, nullable, hasDefault, values } of all) {
      const notes = [
        nullable ? 'may be empty' : '',
        hasDefault ? 'has a default' : '',
        values.length > 0 ? `one of ${values.join(', ')}` : '',
      ];
      parts.push(`| ${name} | ${type} | ${notes.filter((note) => note !== '').join('; ')} |`);
    }
    const own = constraints.filter((constraint) => constraint.table === table);
    parts.push('', ...own.map(({ name, definition }) => `- \`${name}\`: ${definition.replaceAll('|', '\\|')}`), '');
  }
  return parts.join('\n');
};

const pascal = (name: string): string =>
  name.replace(/(^|_)([a-z])/g, (_, _gap, letter: string) => letter.toUpperCase());
