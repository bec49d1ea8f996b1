import { describe, expect, test } from 'vitest';
import { parseDigest } from '../../../src/digest/parse.ts';

const file = 'archive/digests/2026-05-04-x.txt';
const pairs = (papers: readonly (readonly [string, string])[]): string =>
  papers.map((paper) => paper.join('\n\n')).join('\n\n');

/** Two papers a field, written for this test. */
const fields: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  history: [
    [
      'Wax Seals and Widows: Guardianship in a Hanseatic Town, 1380-1420',
      'Widows sealed contracts in their own name far more often than town law allowed. Some two hundred deeds show how neighbours, guilds and the council looked away, and when they did not. Guardianship appears less as a rule than as a resource that kin could call upon in quarrels over houses.',
    ],
    [
      'The Last Ferry at Marrow Ford',
      'When the bridge opened in 1788 the ferry was expected to close within a season. It ran for another forty years. Its account books, kept by three generations of one family, tell of night crossings, of cattle, and of a clientele that could not or would not pay the toll.',
    ],
  ],
  medicine: [
    [
      'Night-Time Light and Wound Healing after Foot Surgery: A Randomised Trial',
      'Patients on two wards were assigned to dimmed or usual lighting between ten and six. The primary outcome was closure at six weeks. Of 311 patients, 78 % in the dimmed arm and 71 % in the usual arm reached it (odds ratio 1.4, 95 % confidence interval 0.9 to 2.3). Sleep improved; pain did not.',
    ],
    [
      'Hoarseness in Swimming Teachers: A Survey of Six Pools',
      'Swimming teachers speak against tiles, water and children. Of 140 teachers 61 reported hoarseness lasting a week or more in the past year, twice the share among classroom teachers in the same towns. Amplification was available in two pools and rarely used.',
    ],
  ],
  law: [
    [
      'Silence as Consent in Leases of Mooring Places',
      'Courts disagree whether a harbour master who takes the rent of an overstaying boat has renewed its lease. This note collects forty judgments, sorts them by what was said and by whom, and contends that the disagreement is about evidence and not about doctrine.',
    ],
    [
      'Who May Name a River? Standing in Three Jurisdictions',
      'Rivers have been given legal personality by statute, by treaty and by judgment. Each route answers differently who may speak for them. The comparison suggests that guardians appointed by statute litigate less and settle more, and that their settlements last.',
    ],
  ],
  economics: [
    [
      'Do Bakers Compete on Sundays? Opening Hours and the Price of Bread',
      'A reform of 2011 let bakers open on Sundays in some districts and not in others. Prices on weekdays fell by three per cent where it did, and the number of shops rose for two years before it returned. Consumers gained mostly in time rather than in money.',
    ],
    [
      'Informal Credit among Market Porters',
      'Porters lend to one another without interest and in small sums. Interviews and eleven months of diaries from 83 porters indicate that loans follow shifts and not kinship, and that default is punished by a change of shift. Formal savings accounts replaced a tenth of this credit.',
    ],
  ],
  linguistics: [
    [
      'Evidential Particles in Upland Tarsk',
      'Upland Tarsk marks the source of information by four particles. Two of them, traditionally glossed as visual and reported, can co-occur, which no account of evidentiality foresees. Fieldwork with nine speakers shows that the combination marks what the speaker saw and was then told to doubt.',
    ],
    [
      'Vowel Length before Geminates: Evidence from Lullabies',
      'Sung text often preserves length where speech has lost it. In 58 lullabies recorded on three islands, vowels before geminates are held as long as those in open syllables. The pattern argues against a merger in the nineteenth century.',
    ],
  ],
  geology: [
    [
      'Varves of a Lake without Outlet: Nine Centuries of Dust',
      'A core of eleven metres from a closed lake holds 912 couplets. Thickness of the pale layers follows dust from the plain to the west, and drops after the canals of 1880. Two ash layers tie the count to dated eruptions within four years.',
    ],
    [
      'Slow Creep on the Ardmore Landslide from Forty Years of Fence Posts',
      'Fence posts set in straight lines in 1978 now bend by up to three metres. Surveyed against satellite positions they give rates of creep before any instrument was placed. Movement quickened after wet winters, with a delay that grows downslope.',
    ],
  ],
  chemistry: [
    [
      'Recyclable Copper Clusters for the Ring Opening of Lactones',
      'Clusters of six copper atoms open lactones at room temperature and can be filtered off afterwards. Activity fell by less than 5 % over nine cycles. Kinetic isotope effects point to a hydride that is delivered from the rim of the cluster, not from its face.',
    ],
    [
      'A Blue Pigment from Spent Brine',
      'Brine left from desalination contains enough cobalt to colour glass. Precipitation at pH 9 followed by firing at 900 °C gave a pigment whose colour coordinates lie within two units of commercial smalt. Leaching stayed below the limits for tableware.',
    ],
  ],
  philosophy: [
    [
      'Promises to Oneself and the Puzzle of Release',
      'If I can release myself from a promise to myself whenever I please, it seems not to bind me at all. I distinguish release from revision, and maintain that only the former requires the standing of another. Promises to oneself bind in the way that plans do, but they answer to a later self.',
    ],
    [
      'Is Boredom a Kind of Knowledge?',
      'To be bored is, on one view, merely to lack something. On the view defended here it is to have noticed something true about a situation: that it offers no reason to go on attending. Boredom may therefore be apt or inapt, and a person may be blamed for never being bored.',
    ],
  ],
  ecology: [
    [
      'Hedgerow Gaps Slow Dormice More than Roads Do',
      'Dormice were followed by radio over three summers in a landscape of hedges, lanes and one motorway. Animals crossed lanes freely, yet hardly ever a gap of more than six metres. Planting filled most gaps within five years, and crossings resumed in the third.',
    ],
    [
      'Seed Rain under Abandoned Pylons',
      'Pylons without wires still serve as perches. Traps beneath 24 of them caught eleven times more seeds of fleshy fruits than traps in the open. Seedlings, however, were no more frequent, since voles live there too.',
    ],
  ],
  'German history': [
    [
      'Die Schiffsmühlen von Altwerda: Streit um Wasser und Recht, 1650-1720',
      'Schiffsmühlen lagen nicht fest und entzogen sich damit dem Grundrecht der Anlieger. Anhand von 74 Prozessakten wird gezeigt, wie Müller, Fischer und Landesherr um Liegeplätze stritten. Das Wasserrecht entstand hier aus Einzelfällen und wurde erst spät in eine Ordnung gefasst.',
    ],
    [
      'Glocken auf Reisen: Leihgaben zwischen Dorfkirchen nach dem Brand',
      'Nach dem großen Brand liehen sich Gemeinden gegenseitig Glocken. Die Rechnungen belegen Fristen, Pfänder und einen erstaunlich geringen Schwund. Der Beitrag versteht die Leihe als Form nachbarlicher Versicherung und fragt nach ihrem Ende.',
    ],
  ],
  'French geography': [
    [
      'Les jardins partagés de la vallée haute : usages, conflits et saisons',
      "Les jardins partagés ont remplacé les vergers communaux dans neuf villages. Une enquête de deux ans décrit qui y travaille, quand, et pour qui. Les conflits portent moins sur l'eau que sur les clés du portail, et ils s'apaisent avec les récoltes.",
    ],
    [
      'Marcher la nuit : éclairage public et détours dans une ville moyenne',
      "L'extinction de l'éclairage après minuit a modifié les trajets à pied. Des carnets tenus par 112 habitants montrent des détours de quatre minutes en moyenne, plus longs pour les femmes. Le rétablissement partiel de la lumière n'a pas suffi à ramener les anciens chemins.",
    ],
  ],
  'Spanish law': [
    [
      'El silencio del arrendador: prórrogas tácitas en contratos de amarre',
      'La jurisprudencia sobre prórrogas tácitas es contradictoria. Se examinan cuarenta sentencias dictadas entre 1990 y 2020 y se ordenan según la conducta de las partes. La contradicción desaparece cuando se atiende a la prueba y no a la doctrina.',
    ],
    [
      'Ríos con nombre propio: legitimación y tutela en tres países',
      'Varios ríos han recibido personalidad jurídica por ley, por tratado o por sentencia. Cada vía responde de manera distinta a la pregunta de quién puede hablar por ellos. La comparación sugiere que los tutores nombrados por ley pleitean menos.',
    ],
  ],
  'Chinese hydrology': [
    [
      '封闭湖泊九百年尘暴记录：纹层厚度与灌溉的关系',
      '封闭湖泊的沉积岩芯长十一米，含有九百一十二对纹层。浅色层的厚度与西部平原的尘暴次数一致，在十九世纪修渠之后明显减小。两层火山灰将年代误差控制在四年以内。结果表明灌溉对尘暴的影响早于气象观测。',
    ],
    [
      '山地村落夜间步行路线的变化',
      '午夜熄灯之后，居民的步行路线发生了变化。一百一十二位居民的日记显示，平均绕行四分钟，女性绕行更远。部分恢复照明以后，原来的路线没有恢复。本文讨论照明与安全感之间的差别。',
    ],
  ],
  'Japanese linguistics': [
    [
      '島嶼部の子守唄における母音の長さ',
      '歌われた言葉には、話し言葉で失われた長さが残ることが多い。三つの島で録音した五十八の子守唄では、促音の前の母音が開音節の母音と同じ長さで歌われている。このことは十九世紀の合流説に反する。',
    ],
    [
      '市場の荷運び人のあいだの貸し借り',
      '荷運び人は利子を取らずに少額を貸し合う。八十三人の十一か月の日記によれば、貸し借りは親族ではなく勤務の組に従い、返さない者は組を移される。貯蓄口座に置き換わったのはその一割にすぎない。',
    ],
  ],
  'Russian ecology': [
    [
      'Разрывы живых изгородей и перемещения сонь',
      'Сони были прослежены с помощью радиометок в течение трёх летних сезонов. Животные свободно пересекали просёлочные дороги, но почти никогда не пересекали разрывы шире шести метров. Посадки заполнили большинство разрывов за пять лет.',
    ],
    [
      'Семенной дождь под заброшенными опорами',
      'Опоры без проводов по-прежнему служат птицам присадами. Ловушки под двадцатью четырьмя опорами собрали в одиннадцать раз больше семян сочных плодов, чем ловушки на открытом месте. Всходов, однако, было не больше, потому что там живут и полёвки.',
    ],
  ],
};

describe('titles and abstracts are papers in any field, by their structure', () => {
  test.each(Object.entries(fields))('%s', (_, papers) => {
    const parsed = parseDigest({ file, text: pairs(papers) });
    expect(parsed.format).toBe('hf-text');
    expect(parsed.papers.map(({ title, abstract }) => [title, abstract])).toEqual(papers);
  });

  test('of all fields together, without a blank line', () => {
    const papers = Object.values(fields).slice(0, 9).flat();
    const text = papers.map((paper) => paper.join('\n')).join('\n');
    const parsed = parseDigest({ file, text });
    expect(parsed.papers.map(({ title }) => title)).toEqual(papers.map(([title]) => title));
  });
});

const others: Readonly<Record<string, string>> = {
  'a chat with times':
    '[08:01] jo: anybody seen the paper on hedgerow gaps\n[08:02] em: the dormouse one? yes. they planted the gaps and waited three years, which is more patience than any of us has\n[08:03] jo: link please\n[08:09] em: no idea, it was in the list of last week',
  'a chat without times':
    'Jo: Has anybody seen the paper on hedgerow gaps?\nEm: The dormouse one? Yes. They planted the gaps and waited three years, which is more patience than any of us has.\nJo: Do you have a link?\nEm: No idea, it was in the list of last week.\nJo: Never mind then, I will find it.\nEm: Tell me when you do, I would like to see the data of the second year again.',
  'a call for papers':
    'Second Symposium on Quiet Rivers: Call for Contributions\n\nThe symposium brings together people who study rivers that have stopped. Contributions of four to six pages are welcome from all fields and will be reviewed by two readers each.\n\nTopics\n\nChannels without flow, disputes over names, dust, ferries and their accounts, legal standing, and whatever else belongs to the subject. Work in progress is welcome.\n\nImportant Dates\n\nFull papers are due on 1 June and decisions will be sent on 15 July. The symposium takes place in the second week of October in Marrow Ford.\n\nSubmission Guidelines\n\nPlease use the template that you find on the site. Papers that are longer than six pages will be returned without review by the programme committee.',
  'a mail with its headers':
    'Received: from mx.harbour.example (mx.harbour.example [192.0.2.7])\n\tby in.harbour.example with ESMTPS id 4x7; Mon, 4 May 2026 08:12:01 +0000\nFrom: Jo Marrow <jo@harbour.example>\nTo: list@harbour.example\nSubject: Tuesday\nMessage-ID: <1@harbour.example>\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nDear all, the meeting on Tuesday starts half an hour later because the room is =\ntaken until then. Please bring the minutes of last time, and tell me if you can=\nnot come =E2=80=93 Jo',
  code: 'export function creep(posts: Post[]): number[] {\n  return posts.map((post) => post.bend / post.years);\n}\n\n// Rates are given in metres a year.\nconst rates = creep(await load("posts.json"));\nfor (const rate of rates) {\n  console.log(rate.toFixed(2));\n}\n',
  Python:
    'import numpy as np\nfrom lake import Core\n\nclass Varves:\n    """Couplets of a core."""\n    def __init__(self, core):\n        self.core = core\n\n    def count(self):\n        return len(self.core.layers)\n\nif __name__ == "__main__":\n    print(Varves(Core("a.csv")).count())\n',
  'a log':
    'May 04 08:12:01 harbour ferry[311]: the crossing took longer than expected because of fog\nMay 04 08:14:22 harbour ferry[311]: two passengers were left behind and have been told\nMay 04 08:19:40 harbour gauge[97]: level is 2.31 m, which is above the mean of the month\n',
  'a table of text':
    '+--------+-------+--------------------------------------------------+\n| Post   | Bend  | Remark                                           |\n+--------+-------+--------------------------------------------------+\n| North  | 2.9 m | Straight until 1994, then bent by the wet winter  |\n| South  | 1.1 m | Replaced once, so that its rate is a lower bound  |\n+--------+-------+--------------------------------------------------+\n',
  'rows of HTML':
    '<tr>\n<td>1</td>\n<td><a href="https://harbour.example/a">Slow Creep on the Ardmore Landslide from Forty Years of Fence Posts</a></td>\n<td>Fence posts set in straight lines in 1978 now bend by up to three metres. Surveyed against satellite positions they give rates of creep.</td>\n</tr>\n<tr>\n<td>2</td>\n<td><a href="https://harbour.example/b">A Blue Pigment from Spent Brine</a></td>\n<td>Brine left from desalination contains enough cobalt to colour glass. Precipitation followed by firing gave a pigment.</td>\n</tr>\n',
  'quoted-printable mail':
    '<a href=3D"https://scholar.example/url?q=3Dhttps://harbour.example/a&hl=3Den&oi=3D=\nscholaralrt">Slow Creep on the Ardmore Landslide</a>\n\n=3Den&oi=3Dscholaralrt&hist=3DabcDEF:100:AAA" style=3D"text-decoration:none"><span=\n style=3D"color:#1a0dab">Fence posts set in straight lines in 1978 now bend by =\nup to three metres.</span>\n',
  'tagged records of an unknown kind':
    'TZ  - Slow Creep on the Ardmore Landslide from Forty Years of Fence Posts\nQA  - Marrow, Jo\nXB  - Fence posts set in straight lines in 1978 now bend by up to three metres. They give rates of creep before any instrument was placed.\nEZ  - \nTZ  - A Blue Pigment from Spent Brine\nQA  - Ford, Em\nXB  - Brine left from desalination contains enough cobalt to colour glass. Firing gave a pigment.\nEZ  - ',
  'LaTeX source':
    '\\documentclass[11pt]{article}\n\\usepackage{amsmath}\n\\title{Slow Creep on Fence Posts}\n\\author{Jo Marrow}\n\\begin{document}\n\\maketitle\n\\begin{abstract}\nFence posts set in straight lines now bend. We survey them and give rates of creep before any instrument was placed on the slope.\n\\end{abstract}\n\\section{Posts}\nPosts were set in 1978.\n\\end{document}\n',
  'CITATION.cff':
    'cff-version: 1.2.0\nmessage: Please cite this software as below.\ntitle: fencepost\nversion: 0.3.1\nauthors:\n  - family-names: Marrow\n    given-names: Jo\ndate-released: 2026-01-02\n',
  'the README of software':
    '# fencepost\n\nA program that turns surveyed posts into rates of creep.\n\n## Installation\n\nUnpack the archive into a folder of its own and run the script in it. It asks where the survey lies and writes its settings into a file beside it, which you may edit afterwards.\n\n## Usage\n\nGive it a survey and a year. It prints a rate for each post; with `--map` it draws them. All options are described in the manual that comes with it.\n\n## Contributing\n\nOpen an issue before you write code, so that nobody works on the same thing twice.\n',
  'the README of software, copied from its page':
    'fencepost\n\nA program that turns surveyed posts into rates of creep.\n\nInstallation\n\nUnpack the archive into a folder of its own and run the script in it. It asks where the survey lies and writes its settings into a file beside it, which you may edit afterwards.\n\nUsage\n\nGive it a survey and a year. It prints a rate for each post and can draw them on a map. All options are described in the manual that comes with it.\n\nLicense\n\nFree to use, change and share, as long as this notice stays where it is and is not changed.\n',
  'a novel':
    'CHAPTER ONE\n\nNobody had told the ferryman that the bridge was finished. He found out on a Tuesday, when the cattle did not come, and he sat on the bank until dusk with his pipe unlit.\n\n“They have gone over it,” said the boy.\n\n“Over what?”\n\nThe boy pointed. Upstream, thin and white as a bone, the bridge lay across the river as though it had always been there.\n\nHe did not answer. After a while he stood, untied the rope, and began to pull himself across, alone, as he had done each evening of his life.\n\nCHAPTER TWO\n\nIn the morning there was frost on the rope. His daughter came down with bread, and they ate without speaking.\n\n“You could take passengers for less than the toll,” she said at last.',
  'a report in a newspaper':
    'Bridge over the Marrow Opens after Ten Years of Delay\n\nBy Ellen Sharp\n\nMARROW FORD — Several hundred people crossed the new bridge on Sunday, ten years after the first stone was laid.\n\n“It is lovely, but I shall miss the ferry,” said Tom Hale, 71, who came with his granddaughter.\n\nThe mayor, who cut the ribbon at noon, said that tolls would be waived until the autumn.\n\nOpponents of the toll had gathered at the northern end. Police counted about forty of them and reported no incidents.\n\nThe ferry made its last crossing at six. Its owner declined to comment.\n\nThe bridge cost 41 million, nearly twice the sum that was voted in 2014.',
  'one whole paper':
    'Slow Creep on the Ardmore Landslide\n\nJo Marrow and Em Ford\n\nAbstract\n\nFence posts set in straight lines in 1978 now bend by up to three metres. We survey them and give rates of creep before any instrument was placed.\n\n1 Introduction\n\nCreep is slow and is seldom measured before it matters. Where instruments are missing, old things that once were straight can take their place, as has been shown for walls and for rows of trees.\n\n2 Related Work\n\nWalls were used in the Alps. Rows of trees were used in Japan. Posts have the advantage that the year in which they were set is often known from bills.\n\n3 Methods\n\nEach post was surveyed twice by two people who did not know the result of the other. Differences were below two centimetres in all cases but one.\n\n4 Results\n\nThe rates lie between one and seven centimetres a year and grow downslope, with a delay after wet winters.\n\nReferences\n\nA. Wall, Bent walls, 1981.',
};

describe('what is no list of papers is refused, and the refusal says why', () => {
  test.each(Object.entries(others))('%s', (_, text) => {
    const { papers, problems } = parseDigest({ file, text });
    expect(papers.map(({ title }) => title)).toEqual([]);
    expect(problems[0]?.code).toBe('digest/unknown-format');
    expect(problems[0]?.what).toMatch(/; as [^:]+: \S/);
  });
});
