/** Typing slips: one letter wrong, missing, extra, or two neighbours changed places. */
export const atMostOneTypo = (typed: string, meant: string): boolean => {
  if (typed === meant) return true;
  if (Math.abs(typed.length - meant.length) > 1) return false;
  let start = 0;
  while (start < typed.length && typed[start] === meant[start]) start += 1;
  const [left, right] = [typed.slice(start), meant.slice(start)];
  if (left.length > right.length) return left.slice(1) === right;
  if (left.length < right.length) return left === right.slice(1);
  const swapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return swapped || left.slice(1) === right.slice(1);
};

/** Shorter words have too many neighbours to guess among. */
const shortest = 3;

/**
 * Whether a typed word is a part of the text, or at most one typo away from one of its words or from the beginning of
 * one (people stop typing when they see the name). Both are lower case with е for ё.
 */
export const closeTo = (word: string, text: string): boolean => {
  if (text.includes(word)) return true;
  if (word.length < shortest || /^\d+$/.test(word)) return false;
  return text
    .split(' ')
    .some((each) =>
      [each, each.slice(0, word.length - 1), each.slice(0, word.length), each.slice(0, word.length + 1)].some(
        (start) => start.length >= shortest && atMostOneTypo(word, start),
      ),
    );
};
