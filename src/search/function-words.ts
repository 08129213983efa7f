/** Words that hold a sentence together and say nothing about its subject; questions are full of them. */
import { remembered } from "./query/remembered.ts";
import { indexedForm } from "./query/words/words.ts";

/** By language, as they are written in texts. */
const LISTS: Record<string, string> = {
  ar:
    "أم أمام أن أنا أنت أو أي أية أيضا أين إذا إلى إليه إليها إن التي الذي الذين اللاتي اللذان انتم بعد بعض بل به " +
    "بها بين تكون تلك تم ثم حتى حول حيث خلال دون ذلك سوف ضد ضمن على عليه عليها عن عند عندما غير فقط في فيه فيها قبل " +
    "قد كان كانت كل كلا كما كيف لأن لا لقد لكن لم لماذا لن له لها لهم ليس ليست ما ماذا متى مثل مع من منذ منه منها " +
    "نحن نعم هذا هذه هل هم هن هنا هناك هو هي وراء وعلى وفي ولا وما ومن وهو وهي يتم يكون يمكن",
  cs:
    "a aby aj ale ani ano asi až bez bude budou by byl byla byli bylo být co což další do ho i jak jako jaké je jeho " +
    "jej jejich její jen jestli jestliže ještě ji jich jim jiné již jsem jsi jsme jsou jste já k kam kde kdo kdy " +
    "když ke která které který kteří ku ma mají mate mezi mi mne mnou mu my má máme mít můj může na nad ne nebo " +
    "nebyl nejsou není než ni nic no nám nás náš o od on ona oni ono pak po pod podle pokud pouze prav pro proto " +
    "protože proč před přes při s se si sice své svůj ta tak také takže tam tato te tedy ten tento to tohle toho tom " +
    "tomu tu tuto ty tyto tím u už v ve vy vám vás více však všech všechno z za zda zde ze či že",
  da:
    "ad af aldrig alle alt altid anden andet andre at bare begge blev blive bliver da de dem den denne der deres det " +
    "dette dig din dine disse dit dog du efter ej eller en end er et fik for fordi fra før gennem gør gøre ham han " +
    "hans har havde have hele hende hendes her hos hun hvad hvem hver hvilke hvilken hvis hvor hvordan hvorfor " +
    "hvornår i igen ikke imod ind ingen intet ja jeg jer kan kom kun kunne lige man mange med meget mellem men mere " +
    "mig min mine mit mod må ned nej nogen noget nogle nok nu ny når og også om op os over på selv sig sin sine sit " +
    "skal skulle som stadig så til to ud uden under var ved vi vil ville vor være",
  de:
    "aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei beim bin " +
    "bis bist da dabei dafur damit dann das dass dein deine dem den denn der des dich die dies diese diesem diesen " +
    "dieser dieses dir doch dort du durch ein eine einem einen einer eines einig einige er es etwas euch euer fur " +
    "gegen gehen geht gibt hab habe haben hat hatte hatten hier hinter ich ihm ihn ihnen ihr ihre im in indem ins " +
    "ist ja jede jedem jeden jeder jedes jetzt kann kannst kein keine keinen konnen konnte machen macht man manche " +
    "mehr mein meine mich mir mit muss musste nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seit " +
    "selbst sich sie sind so solche soll sollte sondern sonst uber um und uns unser unter viel vom von vor wahrend " +
    "wann war waren warum was weg weil welche welchem welchen welcher welches wenn wer werde werden wie wieder will " +
    "wir wird wirst wo wollen wurde wurden zu zum zur zwar zwischen",
  el:
    "ένα ένας έχει έχουν ή αλλά αν από αυτά αυτές αυτή αυτοί αυτό αυτός για γιατί δε δεν εάν είμαι είναι εγώ εμείς " +
    "εσύ η θα κάθε κάποιος και κατά κι μέσα μα μας με μετά μη μην μια μόνο να ο οι ου πιο ποια ποιο ποιος πολύ που " +
    "πού πρέπει πριν προς πώς σαν σας σε στα στη στην στις στο στον στους τα τη την της τι τις το τον του τους των " +
    "τότε χωρίς ως ό,τι όλα όλοι όμως όπου όπως όσο όταν ότι ώστε",
  en:
    "a about above after again against all almost alone also although always am among an and any anyone are arent as " +
    "at away be became because been before being below between both but by can cannot cant could couldnt did didnt " +
    "do does doesnt doing done dont down during each either else enough ever every everyone everything few for from " +
    "further get gets getting give given go goes going gone got had has have having he her here hers herself him " +
    "himself his how however i if im in instead into is isnt it its itself just keep let like made make makes making " +
    "many may maybe me might mine more most much must my myself need needs never no nobody none nor not nothing now " +
    "of off often on once one only onto or other others our ours out over own per put quite rather really same shall " +
    "she should since so some somehow someone something sometimes still such than that thats the their theirs them " +
    "themselves then there therefore theres these they thing things this those though through to too under until up " +
    "upon us use used uses using very via want wants was wasnt we well were what whatever whats when whenever where " +
    "whether which while who whom whose why will with within without wont would yes yet you your yours yourself",
  es:
    "a al algo alguna algunas alguno algunos ante antes aquel aquella aquellas aquello aquellos aqui asi aun aunque " +
    "bajo bien cada casi como con contra cual cuales cualquier cuando cuanto de del desde donde dos durante e el " +
    "ella ellas ello ellos en entonces entre era eran es esa esas ese eso esos esta estaba estar estas este esto " +
    "estos están fue fueron ha haber había hace hacer hacia han hasta hay la las le les lo los mas me menos mi mis " +
    "mismo mucho muchos muy más nada ni no nos nosotros nuestra nuestro o os otra otras otro otros para pero poco " +
    "por porque puede pueden pues que quien quién qué se sea según ser si sido siempre sin sino sobre solo son su " +
    "sus sí tal también tampoco tan tanto te tener ti tiene tienen toda todas todo todos tu tus un una unas uno unos " +
    "usted va vez y ya yo",
  fa:
    "آن آنها از است اما او اگر ای ایشان این اینها با باشد باید بر برای بسیار بعد به بود بودن بی بین تا تو حتی خواهد " +
    "خود خودش خیلی دارد دارند داشت در دیگر را روی زیر زیرا شاید شد شده شما قبل ما من می نبود نیز نیست ها های هر هم " +
    "همان همه همین هیچ و ولی پس پیش چرا چطور چند چه چون چگونه کجا کدام کرد کرده کن کند کنید کنیم که کی یا یک",
  fi:
    "ei eivät emme en et ette että he heidän hän hänen ja joka jos jossa jotka kai kanssa kautta ketkä kuin kuinka " +
    "kuka kun kuten me meidän mihin miksi mikä millainen milloin minun minä missä mitä mukaan mutta myös ne niiden " +
    "niin no nyt näin nämä ole oli olisi olivat olla on onko ovat pitää se sekä sen siinä siis siitä sillä sinä sitä " +
    "tai te teidän tähän tämä tämän tässä tästä tätä vaan vai vain voi",
  fr:
    "afin ai ainsi alors après au aucun aucune aussi autre autres aux avant avec avoir beaucoup bien car ce ceci " +
    "cela celle celles celui ces cet cette ceux chaque chez chose comme comment contre dans de depuis des deux " +
    "devant dire doit donc dont du déjà elle elles en encore entre est et eux faire fait faut fois font hors ici il " +
    "ils je jusque la le les leur leurs lors lorsque lui là ma mais mal me mes mettre mieux moi moins mon même ne ni " +
    "non nos notre nous on ont ou où par parce pas pendant peu peut peuvent plus plutôt pour pourquoi puis quand que " +
    "quel quelle quelles quelque quelques quels qui quoi sa sans se sera ses seulement si soi soit son sont sous sur " +
    "ta tandis te tel tes toi ton toujours tous tout toute toutes trop très tu un une va vers veut voici vos votre " +
    "vous vraiment y à ça était être",
  he:
    "אבל או אולי אותה אותו אותך אותם אז איזה איך אין איפה אך אל אלא אלה אם אנו אנחנו אני אצל את אתה אתם בגלל בה בו " +
    "בין בלי גם דרך הוא הזאת הזה היא היה היו היתה הם הן הרי ואת ולא ועל זאת זה זו יותר יכול יש כאן כאשר כדי כי כך כל " +
    "כמה כמו כן כש לא לאן לה להיות להם לו לי לך לכן למה לפי לפני מאוד מה מהם מי מן מתי נגד עד עוד על עם עצמו פה פחות " +
    "צריך רק של שלא שלה שלהם שלו שלי שם תחת",
  hi:
    "अगर अपना अपनी अपने अब आप आपका इन इस उन उस एक और कब कर करता करते करना करने कहाँ का कि किए किया किस की कुछ के " +
    "कैसे को कोई कौन क्या क्यों क्योंकि गई गए गया जब जा जैसे जो तक तब तुम तो था थी थे द्वारा न नहीं ने पर पहले बहुत " +
    "बाद भी मगर में मेरा मैं यदि यह यहाँ या ये रहा रही रहे लिए लेकिन वह वहाँ वे सकता सकती सकते सब सभी साथ से हम " +
    "हमारा ही हुआ हुई हुए है हैं हो होता होती होते",
  hu:
    "a abban ahhoz aki akik akkor alatt amely amelyek ami amikor amit annak arra az be belül bizony bár csak de " +
    "ebben egy egyes egyik egyéb el ellen elő ennek erre ez ezek ezt ezzel ezért fel felé ha hanem hiszen hogy " +
    "hogyan hol illetve ilyen is itt jó kell keresztül ki le legyen lehet lesz maga meg mely melyik mert mi mikor " +
    "milyen mind minden mint mit miért most már más még nagyon ne nem nincs néha olyan ott pedig persze s saját sem " +
    "semmi soha sok szerint szinte tehát ti több túl után utána vagy vagyis valaki valami van vannak vele vissza " +
    "volna volt voltak által általában át én és össze úgy újra ő ők",
  id:
    "ada adalah agar akan aku anda antara apa apakah atau bagaimana bagi bahwa banyak beberapa belum bisa bukan " +
    "dalam dan dapat dari demikian dengan di dia hanya harus hingga ia ini itu jadi jika juga kami kamu kapan karena " +
    "ke kemudian kepada ketika kita lagi lain lebih maka masih mengapa mereka namun oleh pada para pernah saat saja " +
    "sama sampai sangat saya sebagai sebelum sebuah secara sedang sehingga sejak semua seperti serta sesuatu setelah " +
    "setiap suatu sudah supaya tapi telah tentang tetapi tidak untuk yaitu yakni yang",
  it:
    "a ad agli ai al alcune alcuni alla alle allo altra altre altri altro anche ancora avere aveva c che chi ci cioè " +
    "come con contro così cui da dagli dai dal dalla dalle dallo degli dei del dell della delle dello dentro di dopo " +
    "dove due e ecco ed era erano essere fa fare fino fra già gli ha hanno ho i il in io la le lei li lo loro lui ma " +
    "mai me meno mentre mi mia mio molti molto ne negli nei nel nella nelle nello no noi non nostra nostro o ogni " +
    "ognuno oltre ora per perché però più po poi prima proprio può qualche quale quali quando quanto quasi quella " +
    "quelle quelli quello questa queste questi questo qui se sei senza si sia siamo sono sopra sotto sta stata stati " +
    "stato su sua sue sugli sui sul sulla sulle suo suoi tra troppo tu tua tuo tutta tutte tutti tutto un una uno va " +
    "verso vi voi vostro è",
  ja:
    "あっ あり ある い いう いつ いる う および おり か から が き ください こと この これ さ さらに し しかし する ず せ その その他 その後 それ た たち ため たり だ だっ つ て で でき " +
    "できる でし です でも と という として どう どうやって どこ どの どれ な ない なお なかっ なく なぜ なっ など なり なる に において における について によって により による に関する の ので " +
    "のみ は ば へ ました ます ませ また まで も もの や よう より ら られ られる れ れる を ん 何",
  ko:
    "그 그것 그러나 그런 그런데 그리고 나 나는 내 너 는 다 다른 더 되는 된 들 등 때 또 또는 를 매우 모든 무엇 및 바로 보다 수 씩 아니 안 어느 어디 어떤 어떻게 언제 왜 우리 위해 은 을 의 " +
    "이 이것 이런 있는 있다 있습니다 저 제 즉 하고 하나 하는 하다 하지만 한 할 합니다 해",
  nl:
    "aan al alle alleen als altijd andere ben bent beter bij binnen daar daarom dan dat de deze die dit doen door " +
    "dus een eens en enige er ergens geen had hadden heb hebben hebt heeft heel hem hen het hier hij hoe hun ik in " +
    "is ja je jij jou jouw jullie kan kunnen laat maar maken meer men met mij mijn moet moeten mogen na naar niet " +
    "niets nog nooit nu of om omdat onder ons onze ook op over slechts steeds te tegen ten ter toch toen tot tussen " +
    "u uit uw vaak van vanaf veel voor waar waarom wanneer want waren was wat we wel welk welke werd werden wie wij " +
    "wil worden wordt ze zelf zich zij zijn zo zoals zonder zou zouden zullen",
  no:
    "alle andre at av bare begge ble blei bli blir da de deg dem den denne der deres det dette din disse ditt du " +
    "dykk eg ein eit eller en er et etter for fordi fra før gjør gjøre ha hadde han hans har hele henne hennes her " +
    "hos hun hva hvem hver hvilke hvilken hvis hvor hvordan hvorfor i ikke ikkje ingen ja jeg kan kom kun kunne man " +
    "mange med meg men mer mi min mine mitt mot mye må ned nei noe noen nok nå når og også om opp oss over på seg " +
    "selv sin sine sitt skal skulle slik som så til to under ut uten ved vi vil ville vår være vært å",
  pl:
    "a aby ale ani aż bardzo bez bo by być był była było były ci co coś czy czyli czym dla dlaczego dlatego do gdy " +
    "gdyby gdzie go i ich im inne inny ja jak jaka jaki jakie jako je jeden jednak jego jej jest jestem jeszcze " +
    "jeśli jeżeli już każde każdy kiedy kilka kto która które którego której który których którym lub ma mają mam mi " +
    "mnie mogą może można my mój na nad nam nas nasz nawet nic nich nie nim niż no o od oraz po pod poza przed przez " +
    "przy raz również się sobie sposób swoje są ta tak także tam te tego tej ten też to tu ty tych tylko tym tę u w " +
    "we wiele więc wszystkie wszystko z za ze żaden że żeby",
  pt:
    "a ainda algum alguma alguns antes ao aos apenas aquela aquele aqueles aquilo as assim até cada com como contra " +
    "da das de dela dele deles depois desde do dos duas e ela elas ele eles em enquanto entre então era essa essas " +
    "esse esses esta estar estas este estes está estão eu faz fazer foi foram há isso isto já lhe lhes lá mais mas " +
    "me mesma mesmo meu meus minha muito muitos na nas nem nenhum no nos nossa nosso num numa não nós o onde os ou " +
    "outra outras outro outros para pela pelas pelo pelos pode podem pois por porque quais qual quando quanto que " +
    "quem se seja sem sempre ser será seu seus sob sobre sua suas são só também te tem ter teu toda todas todo todos " +
    "tu tua tudo tão têm um uma umas uns você vocês à às é",
  ro:
    "a acea aceasta această aceea acei acel acela acele acest acesta aceste acestor al ale alt alta altă am ar are " +
    "asemenea astfel asupra au avea ca care ce cea cei cel cele celor chiar cine cu cum când cât câte că căci către " +
    "da dacă dar de deci decât deja deși din dintre doar după e ea ei el ele era este eu fi fie fiecare fiind foarte " +
    "fost fără iar la le li lor lui mai mea mei mult mulți ne ni nici nimic noastre noi nostru nu o ori oricare pe " +
    "pentru peste poate prea prin sa sau se si spre sub sunt să te toate tot toți tu un una unde unei unele uneori " +
    "unor unui va voi vor vostru îi îl îmi în încă între și",
  ru:
    "а без более больше будет будто бы был была были было быть в вам вас вдруг ведь во вот все всегда всего всех вы " +
    "где да даже для до его ее если есть еще же за здесь и из или им иногда их к как какая какие какой когда конечно " +
    "которая которое которые который кто куда ли лишь лучше между меня мне много может можно мой моя мы на над надо " +
    "нам нас наш не него нее ней нельзя нет ни нибудь них ничего но ну о об один он она они оно от очень перед по " +
    "под после потом потому почему почти при про раз с сам свой свою себе себя сейчас со совсем так также такой там " +
    "те тем теперь то тогда того тоже той только том тот тут ты у уж уже хорошо хоть чего чем через что чтобы эта " +
    "эти это этого этой этом этот эту я является",
  sv:
    "alla allt att av bara blev bli blir dag de dem den denna deras dess det detta dig din dina dit ditt du där då " +
    "efter eller en er era ett fick fram från få får för gör göra ha had hade han hans har hela henne hennes hon " +
    "honom hur här i icke inga ingen inget innan inte ja jag ju kan kommer kunde man med mellan men mer mig min mina " +
    "mitt mot mycket många måste nej ni nu när något några och också om oss på samma sedan sig sin sina sitt ska " +
    "skulle som så till två under upp ur ut utan vad var vara varför varit varje vart vem vi vid vilka vilken vilket " +
    "vill än är",
  tr:
    "acaba ama ancak artık aslında az bana bazı belki ben beni benim bile bir biri birkaç biz bize bizi bizim bu " +
    "buna bunda bundan bunlar bunu bunun böyle da daha dahi de defa değil diye en eğer gibi göre hangi hani hem " +
    "henüz hep hepsi her hiç iki ile ise için kadar karşı kendi kendini ki kim kimi mi mu mü mı nasıl ne neden " +
    "nerede nereye niye niçin o olan olarak oldu olduğu olmak olur on ona onlar onlari onu onun orada oysa sanki sen " +
    "seni senin siz sizi sizin sonra tüm var ve veya ya yani yine yoksa zaten çok çünkü öyle üzere şey şu şöyle",
  uk:
    "а аби або але б без би був була були було бути в вам вас вже ви вона вони воно все всього всі від він да де для " +
    "до дуже же з за зі й його коли котрий крім куди лише мене мені ми може можна між мій на над нам нас наш не нема " +
    "неї ним них но ні о об один по при про під після р свій себе собі та так такий також там те ти тим то тобі того " +
    "той тому тут тільки у хоча хто це цей цього ці через чи чого чому що щоб я як яка яке який якщо які є і із їй " +
    "їм їх її",
  vi:
    "ai bao bị bởi chiếc cho chưa chỉ chứ càng các cái có cùng cũng cần của cứ do gì khi không là lên lúc lại mà mỗi " +
    "một ngay nhiêu như nhưng những nào này nên nơi nếu nữa phải qua ra rất rằng rồi sao sau sẽ theo thì thế trong " +
    "trên trước tôi tại từ việc và vào vì vẫn vậy về với đang điều đây đã đó được đến đều để",
  zh:
    "一个 一些 一個 一种 一種 上 下 不 与 中 为 为什么 之 也 了 于 什么 什麼 从 他 他们 他們 以 会 但 但是 你 你们 你們 其 再 几 到 又 及 只 可以 向 吗 吧 呢 和 哪 哪个 哪些 哪個 " +
    "哪裡 哪里 啊 嗎 因为 因為 在 地 多少 太 她 如何 如果 它 它们 它們 对 對 就 幾 很 得 從 怎么 怎样 怎樣 怎麼 您 想 我 我们 我們 或 所以 把 於 时 时候 是 時 時候 更 最 會 有 此 " +
    "沒有 没有 為 為什麼 然后 然後 的 着 等 給 给 而 能 自己 與 著 虽然 被 裡 要 該 誰 讓 让 该 谁 跟 过 还 还是 这 这个 这些 這 這些 這個 過 還 還是 那 那个 那些 那個 都 里 雖然",
};

const SETS = new Map(
  Object.entries(LISTS).map(([language, words]) => [language, new Set(words.split(" ").map(indexedForm))]),
);

/** In a language without a list, words of this share of its pages count as function words, if there are enough pages. */
const EVERYWHERE = 0.6;
const FEWEST_PAGES = 20;
const LETTERS = /^[\p{L}\p{M}]+$/u;

/** @param language BCP 47. */
export function isFunctionWordIn(language: string, word: string): boolean {
  return listOf(language)?.has(word) ?? false;
}

/**
 * The function words of the site's languages, in their indexed forms. Those that no page has are included, so that they are not
 * corrected. A word is left out if it is an ordinary one in the language of most pages that have it.
 *
 * @param words of the site, each with how many pages have it, and how many of these are in a language of which it is a function word.
 * @param languages of the site (BCP 47), each with the number of its pages.
 */
export function functionWordsOf(
  words: ReadonlyMap<string, { pages: number; asFunctionWord: number }>,
  languages: ReadonlyMap<string, number>,
): string[] {
  const listed = new Set([...languages.keys()].flatMap((language) => [...(listOf(language) ?? [])]));
  const isOne = (word: string) => {
    const { pages, asFunctionWord } = words.get(word) ?? { pages: 0, asFunctionWord: 0 };
    return 2 * asFunctionWord >= pages;
  };
  const all = [...languages.values()].reduce((sum, pages) => sum + pages, 0);
  const unlisted = [...languages].reduce((sum, [language, pages]) => sum + (listOf(language) ? 0 : pages), 0);
  const everywhere =
    unlisted < FEWEST_PAGES || unlisted < all / 2
      ? []
      : [...words].filter(([word, { pages }]) => pages > all * EVERYWHERE && LETTERS.test(word)).map(([word]) => word);
  return [...new Set([...[...listed].filter(isOne), ...everywhere])].sort();
}

const NO_WORDS: ReadonlySet<string> = new Set();

function listOf(language: string): ReadonlySet<string> | undefined {
  const list = knownListOf(language);
  return list.size > 0 ? list : undefined;
}

/** Remembered, since it is needed for each word of each page, and parsing a language's tag would take longer than all else. */
const knownListOf = remembered((language) => {
  const base = new Intl.Locale(language).language;
  return SETS.get(base === "nb" || base === "nn" ? "no" : base) ?? NO_WORDS;
});
