import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes more than ten seconds, the longest first: begun last, one of them would keep everybody waiting at the end. */
const long = [
  'test/crash.test.ts',
  'test/security/routes.test.ts',
  'test/crash-import.test.ts',
  'src/app/demo/demo.test.ts',
  'src/features/consents/pages/printing.test.ts',
  'src/features/people/import.test.ts',
  'src/features/people/pages/import.test.ts',
  'src/platform/postgres/start-postgres.test.ts',
  'src/platform/backup/backup.test.ts',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = long.findIndex((file) => moduleId.endsWith(file));
  return place === -1 ? long.length : place;
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
