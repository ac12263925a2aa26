declare module 'russian-nouns-js' {
  interface Word {
    readonly text: string;
    readonly gender: 'женский' | 'мужской' | 'средний' | 'общий';
    readonly animate?: boolean;
    readonly indeclinable?: boolean;
  }
  type Case = 'именительный' | 'родительный' | 'дательный' | 'винительный' | 'творительный' | 'предложный';
  class Engine {
    /** All accepted forms, the usual one first. With `plural` (its nominative) answers in the plural. */
    decline(word: Word, grammaticalCase: Case, plural?: string): string[];
    pluralize(word: Word): string[];
  }
  const library: { readonly Engine: typeof Engine };
  export default library;
}
