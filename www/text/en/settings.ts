export const settings = {
  kind: 'Kind',
  advanced: 'Advanced',
  choice: 'Backend choice',
  automatic: 'Automatic',
  webgpu: 'WebGPU',
  cpu: 'CPU',
  backend: 'Backend',
};
