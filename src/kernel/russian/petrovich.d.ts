declare module 'petrovich' {
  type Gender = 'male' | 'female' | 'androgynous';
  type Case = 'nominative' | 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional';
  interface Person {
    readonly gender?: Gender;
    readonly first?: string;
    readonly middle?: string;
    readonly last?: string;
  }
  interface Petrovich {
    (person: Person, grammaticalCase: Case): { gender: Gender; first?: string; middle?: string; last?: string };
    /** By the patronymic only. */
    detect_gender(middle: string): Gender;
  }
  const petrovich: Petrovich;
  export default petrovich;
}
