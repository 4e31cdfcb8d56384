import { type Language, say, words } from '../../platform/kinds/words.ts'

/** The usual categories (品类) of women's wear in both languages; a company's own stay as it calls them. */
const usual = words({
  大衣: ['大衣', 'Coats'],
  风衣: ['风衣', 'Trench coats'],
  羽绒: ['羽绒', 'Down'],
  羽绒服: ['羽绒服', 'Down jackets'],
  外套: ['外套', 'Jackets'],
  夹克: ['夹克', 'Blousons'],
  西装: ['西装', 'Blazers'],
  马甲: ['马甲', 'Waistcoats'],
  皮衣: ['皮衣', 'Leather'],
  针织: ['针织', 'Knitwear'],
  毛衫: ['毛衫', 'Jumpers'],
  毛衣: ['毛衣', 'Sweaters'],
  开衫: ['开衫', 'Cardigans'],
  卫衣: ['卫衣', 'Sweatshirts'],
  衬衫: ['衬衫', 'Shirts'],
  T恤: ['T 恤', 'T-shirts'],
  吊带: ['吊带', 'Camisoles'],
  上衣: ['上衣', 'Tops'],
  连衣裙: ['连衣裙', 'Dresses'],
  半裙: ['半裙', 'Skirts'],
  半身裙: ['半身裙', 'Skirts'],
  裤装: ['裤装', 'Trousers'],
  裤子: ['裤子', 'Trousers'],
  牛仔: ['牛仔', 'Denim'],
  套装: ['套装', 'Suits'],
  内衣: ['内衣', 'Underwear'],
  家居: ['家居', 'Loungewear'],
  鞋: ['鞋', 'Shoes'],
  鞋履: ['鞋履', 'Shoes'],
  包: ['包', 'Bags'],
  包袋: ['包袋', 'Bags'],
  配饰: ['配饰', 'Accessories'],
  饰品: ['饰品', 'Jewellery'],
  围巾: ['围巾', 'Scarves'],
  未分类: ['未分类', 'Not sorted'],
})

/** A category as the reader calls it. */
export function categoryIn(category: string, language: Language): string {
  const known = usual[category.replace(/\s/g, '') as keyof typeof usual]
  return known ? say(known, language) : category
}
