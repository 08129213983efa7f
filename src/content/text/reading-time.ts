const WORDS_PER_MINUTE = 230;
/** Of Chinese and Japanese, in which a word has one to three. */
const CHARACTERS_PER_MINUTE = 450;

/** Minutes that reading takes, at least 1; `characters` are those of the words that are single characters of Chinese or Japanese. */
export function readingMinutes(words: number, characters = 0): number {
  const minutes = (words - characters) / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE;
  return Math.max(1, Math.round(minutes));
}
