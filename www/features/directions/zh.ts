import type { Text } from '../../ui/text';

export const zh: Text['directions'] = {
  title: '粗细、倾斜、宽度',
  lead: '用最小二乘法从 1,000 个测试数字的编码中找到的方向。R² 是它们解释的该属性方差的比例。',
  thickness: '粗细',
  slant: '倾斜',
  width: '宽度',
  pixels: (value) => `≈ ${value} 像素`,
  degrees: (value) => `≈ ${value}°`,
  rSquared: (value) => `R² ${value}`,
};
