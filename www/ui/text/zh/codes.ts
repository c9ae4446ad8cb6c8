import type { codes as english } from '../en/codes';

export const codes: typeof english = {
  finding: '正在编码测试数字……',
};
