import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { layersFirst } from './build/layers-first.ts';
import { sealedBuild } from './build/sealed-build.ts';

const words = { cwd: import.meta.dirname };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    lingui(words),
    babel({ presets: [linguiTransformerBabelPreset({}, words)] }),
    layersFirst(),
    sealedBuild(),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2024',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
  },
});
