/** Words that hold a sentence together and say nothing of its subject; a question is made of them as much as of its words. */

const LISTS: Record<string, string> = {
  en:
    "a about above after again against all almost alone also although always am among an and any anyone are arent as at away be became " +
    "because been before being below between both but by can cannot cant could couldnt did didnt do does doesnt doing done dont down " +
    "during each either else enough ever every everyone everything few for from further get gets getting give given go goes going gone " +
    "got had has have having he her here hers herself him himself his how however i if im in instead into is isnt it its itself just " +
    "keep let like made make makes making many may maybe me might mine more most much must my myself need needs never no nobody none nor " +
    "not nothing now of off often on once one only onto or other others our ours out over own per put quite rather really same shall she " +
    "should since so some somehow someone something sometimes still such than that thats the their theirs them themselves then there " +
    "therefore theres these they thing things this those though through to too under until up upon us use used uses using very via want " +
    "wants was wasnt we well were what whatever whats when whenever where whether which while who whom whose why will with within without " +
    "wont would yes yet you your yours yourself",
  de:
    "aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei beim bin bis bist da dabei dafur " +
    "damit dann das dass dein deine dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine " +
    "einem einen einer eines einig einige er es etwas euch euer fur gegen gehen geht gibt hab habe haben hat hatte hatten hier hinter ich " +
    "ihm ihn ihnen ihr ihre im in indem ins ist ja jede jedem jeden jeder jedes jetzt kann kannst kein keine keinen konnen konnte macht " +
    "machen man manche mehr mein meine mich mir mit muss musste nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seit selbst " +
    "sich sie sind so solche soll sollte sondern sonst uber um und uns unser unter viel vom von vor wahrend wann war waren warum was weg weil " +
    "welche welchem welchen welcher welches wenn wer werde werden wie wieder will wir wird wirst wo wollen wurde wurden zu zum zur zwar zwischen",
};

/** In a language without a list, what this share of the pages has; in few pages that tells nothing. */
const EVERYWHERE = 0.6;
const FEWEST_PAGES = 20;
const LETTERS = /^\p{L}+$/u;

/**
 * Of a language, in their indexed forms, whether a site says them or not: what the site lacks is not a misspelling then.
 *
 * @param words of the site, each with the number of pages that have it.
 * @param language BCP 47.
 */
export function functionWordsOf(
  words: Iterable<{ word: string; pages: number }>,
  all: number,
  language: string,
): string[] {
  const list = LISTS[new Intl.Locale(language).language];
  if (list) return list.split(" ");
  if (all < FEWEST_PAGES) return [];
  return [...words].filter(({ word, pages }) => pages > all * EVERYWHERE && LETTERS.test(word)).map(({ word }) => word);
}
