import type { settings as english } from '../en/settings';

export const settings: typeof english = {
  kind: '种类',
  advanced: '高级设置',
  choice: '后端选择',
  automatic: '自动',
  webgpu: 'WebGPU',
  cpu: 'CPU',
  backend: '后端',
};
