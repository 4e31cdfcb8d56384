/** Invented names: brand, areas, malls, stores, people, clothes. None stands for anything real. */
export const brand = { name: '澜汐女装', nameEn: 'Lanxi Womenswear', code: 'LX' }

export const areas = [
  { code: 'E1', name: '华东一区', nameEn: 'East One' },
  { code: 'E2', name: '华东二区', nameEn: 'East Two' },
  { code: 'S1', name: '华南区', nameEn: 'South' },
] as const

export type StoreKind = 'concession' | 'leased' | 'street' | 'outlet'
export interface StorePlan {
  code: string
  name: string
  nameEn: string
  area: (typeof areas)[number]['code']
  city: string
  kind: StoreKind
  mall?: [string, string]
  /** Square metres of selling area. */
  area2: number
  /** Expected net sales of an ordinary day, yuan. */
  base: number
  associates: number
  /** Trades from this many days before today; undefined: since before the history. */
  openedDaysAgo?: number
}

const plan = (
  code: string, name: string, nameEn: string, area: StorePlan['area'], city: string, kind: StoreKind,
  mall: [string, string] | undefined, area2: number, base: number, associates: number, openedDaysAgo?: number,
): StorePlan => ({ code, name, nameEn, area, city, kind, area2, base, associates, ...(mall ? { mall } : {}), ...(openedDaysAgo ? { openedDaysAgo } : {}) })

export const stores: readonly StorePlan[] = [
  plan('HZ01', '杭州云栖百货店', 'Hangzhou Yunqi', 'E1', '杭州', 'concession', ['云栖百货', 'Yunqi Department Store'], 86, 15_800, 6),
  plan('HZ02', '杭州晴湖汇店', 'Hangzhou Qinghu', 'E1', '杭州', 'leased', ['晴湖汇', 'Qinghu Place'], 120, 14_200, 5),
  plan('HZ03', '杭州柳浪街店', 'Hangzhou Liulang St', 'E1', '杭州', 'street', undefined, 140, 9_600, 4),
  plan('SH01', '上海澄江百货店', 'Shanghai Chengjiang', 'E1', '上海', 'concession', ['澄江百货', 'Chengjiang Department Store'], 92, 18_600, 7),
  plan('SH02', '上海汇澜店', 'Shanghai Huilan', 'E1', '上海', 'leased', ['汇澜中心', 'Huilan Centre'], 135, 16_900, 6),
  plan('SH03', '上海枫桥里店', 'Shanghai Fengqiao', 'E1', '上海', 'leased', ['枫桥里', 'Fengqiao Lane'], 98, 10_400, 4),
  plan('NB01', '宁波望海百货店', 'Ningbo Wanghai', 'E1', '宁波', 'concession', ['望海百货', 'Wanghai Department Store'], 78, 9_900, 4),
  plan('NB02', '宁波东篱街店', 'Ningbo Dongli St', 'E1', '宁波', 'street', undefined, 110, 7_200, 3, 118),
  plan('NJ01', '南京秦岸百货店', 'Nanjing Qin’an', 'E2', '南京', 'concession', ['秦岸百货', 'Qin’an Department Store'], 84, 13_700, 6),
  plan('NJ02', '南京梧桐汇店', 'Nanjing Wutong', 'E2', '南京', 'leased', ['梧桐汇', 'Wutong Place'], 116, 12_100, 5),
  plan('SZ01', '苏州平桥里店', 'Suzhou Pingqiao', 'E2', '苏州', 'leased', ['平桥里', 'Pingqiao Lane'], 102, 11_800, 5),
  plan('SZ02', '苏州金鸡岸百货店', 'Suzhou Jinji Bank', 'E2', '苏州', 'concession', ['金鸡岸百货', 'Jinji Bank Department Store'], 80, 10_900, 4),
  plan('WX01', '无锡太湖廊店', 'Wuxi Lake Arcade', 'E2', '无锡', 'leased', ['太湖廊', 'Lake Arcade'], 108, 9_800, 4),
  plan('CZ01', '常州青枫百货店', 'Changzhou Qingfeng', 'E2', '常州', 'concession', ['青枫百货', 'Qingfeng Department Store'], 72, 8_300, 4),
  plan('HF01', '合肥天鹅里店', 'Hefei Swan Lane', 'E2', '合肥', 'leased', ['天鹅里', 'Swan Lane'], 112, 9_300, 4),
  plan('HF02', '合肥逍遥街店', 'Hefei Xiaoyao St', 'E2', '合肥', 'street', undefined, 126, 6_900, 3),
  plan('NJ03', '南京江北奥莱店', 'Nanjing Jiangbei Outlet', 'E2', '南京', 'outlet', ['江北奥莱', 'Jiangbei Outlets'], 180, 12_600, 5),
  plan('GZ01', '广州越秀岭百货店', 'Guangzhou Yuexiu Ridge', 'S1', '广州', 'concession', ['越岭百货', 'Yueling Department Store'], 88, 13_900, 5),
  plan('GZ02', '广州珠岸汇店', 'Guangzhou Zhu’an', 'S1', '广州', 'leased', ['珠岸汇', 'Zhu’an Place'], 128, 13_100, 5),
  plan('SN01', '深圳湾岸店', 'Shenzhen Bayside', 'S1', '深圳', 'leased', ['湾岸中心', 'Bayside Centre'], 132, 16_200, 6),
  plan('SN02', '深圳莲塘百货店', 'Shenzhen Liantang', 'S1', '深圳', 'concession', ['莲塘百货', 'Liantang Department Store'], 76, 11_200, 4),
  plan('FS01', '佛山千灯街店', 'Foshan Qiandeng St', 'S1', '佛山', 'street', undefined, 104, 7_100, 3),
  plan('DG01', '东莞松湖店', 'Dongguan Songhu', 'S1', '东莞', 'leased', ['松湖里', 'Songhu Lane'], 96, 8_200, 4),
  plan('XM01', '厦门鹭岸店', 'Xiamen Lu’an', 'S1', '厦门', 'leased', ['鹭岸汇', 'Lu’an Place'], 100, 9_700, 4),
]

export const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢傅钟姜崔谭']
export const givenNames = [
  '晓燕', '思', '敏', '婷', '静怡', '雨桐', '佳宁', '慧', '丽娜', '欣然', '梦洁', '若曦', '诗涵', '子墨', '嘉怡', '雅琪', '海燕', '玉兰',
  '春梅', '秋月', '小芳', '美玲', '倩', '颖', '璐', '艳', '雪', '琳', '瑶', '洁', '悦', '露', '蓉', '莉', '红', '云', '娟', '娜', '芸', '岚',
  '可欣', '语嫣', '书瑶', '一诺', '心怡', '依依', '文静', '晓彤', '紫萱', '思琪', '雨晴', '梓涵', '安琪', '晨曦', '月华', '素心', '青禾', '知夏',
]

export interface StylePlan {
  category: string
  names: readonly [string, string][]
  price: readonly [number, number]
  /** Months in which it sells, with weight. */
  season: 'winter' | 'spring' | 'summer' | 'autumn' | 'all'
  sizes: readonly string[]
}
const letters = ['S', 'M', 'L', 'XL'] as const
export const styles: readonly StylePlan[] = [
  { category: '大衣', season: 'winter', price: [2_290, 4_990], sizes: letters, names: [['双面羊毛大衣', 'Double-faced wool coat'], ['廓形羊绒大衣', 'Oversized cashmere coat'], ['收腰系带大衣', 'Belted coat'], ['格纹翻领大衣', 'Checked lapel coat']] },
  { category: '羽绒', season: 'winter', price: [1_690, 3_290], sizes: letters, names: [['短款鹅绒服', 'Cropped goose down'], ['长款连帽羽绒服', 'Long hooded down'], ['轻薄羽绒背心', 'Light down vest']] },
  { category: '针织', season: 'autumn', price: [690, 1_690], sizes: ['S', 'M', 'L'], names: [['高领羊绒衫', 'Cashmere turtleneck'], ['麻花针织开衫', 'Cable cardigan'], ['圆领羊毛衫', 'Crew-neck wool knit'], ['条纹针织衫', 'Striped knit'], ['V 领薄针织', 'V-neck fine knit']] },
  { category: '衬衫', season: 'spring', price: [590, 1_190], sizes: letters, names: [['真丝飘带衬衫', 'Silk bow blouse'], ['棉府绸白衬衫', 'Cotton poplin shirt'], ['泡泡袖衬衫', 'Puff-sleeve blouse'], ['缎面衬衫', 'Satin shirt']] },
  { category: '连衣裙', season: 'summer', price: [890, 2_190], sizes: letters, names: [['印花真丝连衣裙', 'Printed silk dress'], ['收腰衬衫裙', 'Waisted shirt dress'], ['吊带缎面裙', 'Satin slip dress'], ['针织连衣裙', 'Knit dress'], ['亚麻长裙', 'Linen maxi dress']] },
  { category: '半裙', season: 'all', price: [590, 1_290], sizes: ['S', 'M', 'L'], names: [['高腰 A 字裙', 'High-waist A-line skirt'], ['百褶长裙', 'Pleated midi skirt'], ['牛仔半裙', 'Denim skirt']] },
  { category: '裤装', season: 'all', price: [690, 1_390], sizes: letters, names: [['直筒西裤', 'Straight trousers'], ['高腰阔腿裤', 'High-waist wide trousers'], ['九分烟管裤', 'Cigarette pants'], ['牛仔直筒裤', 'Straight jeans']] },
  { category: '外套', season: 'spring', price: [1_290, 2_590], sizes: letters, names: [['薄款风衣', 'Light trench'], ['小香风短外套', 'Tweed jacket'], ['收腰西装', 'Waisted blazer'], ['牛仔夹克', 'Denim jacket']] },
  { category: 'T 恤', season: 'summer', price: [290, 590], sizes: ['S', 'M', 'L'], names: [['丝光棉 T 恤', 'Mercerised tee'], ['印花短袖', 'Printed tee'], ['罗纹上衣', 'Ribbed top']] },
  { category: '配饰', season: 'all', price: [198, 598], sizes: ['F'], names: [['真丝方巾', 'Silk scarf'], ['羊毛披肩', 'Wool stole'], ['细皮带', 'Slim belt']] },
]
export const colors: readonly (readonly [string, string, string])[] = [
  ['燕麦', 'Oat', '#D8C8B4'], ['炭黑', 'Charcoal', '#35343A'], ['雾蓝', 'Mist blue', '#9DB0C0'], ['酒红', 'Wine', '#7A2E3C'],
  ['米白', 'Ivory', '#EFE8DC'], ['驼色', 'Camel', '#B98B5E'], ['墨绿', 'Forest', '#36493C'], ['藕粉', 'Lotus pink', '#DDB9B4'], ['藏青', 'Navy', '#2C3A55'],
]
export const discountReasons = ['member', 'campaign', 'endOfSeason'] as const
