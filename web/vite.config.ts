import { join } from 'node:path';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { chunkFileNames, workerFiles } from './build/few-files.ts';
import { layersFirst } from './build/layers-first.ts';
import { sealedBuild } from './build/sealed-build.ts';

const words = { configPath: join(import.meta.dirname, 'lingui.config.ts') };
// The macro looks for its configuration from where the command was given, whatever it is told.
process.env.LINGUI_CONFIG ??= words.configPath;
// It recommends its native transform; docs/decisions/0004 says why not yet.
process.env.LINGUI_SUPPRESS_BABEL_WARNING ??= '1';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    lingui(words),
    babel({ presets: [linguiTransformerBabelPreset({}, words)] }),
    layersFirst(),
    sealedBuild(),
  ],
  worker: { format: 'es', rolldownOptions: { output: workerFiles } },
  build: {
    target: 'es2024',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    manifest: true,
    rolldownOptions: {
      input: {
        index: join(import.meta.dirname, 'index.html'),
        visit: join(import.meta.dirname, 'visit.html'),
      },
      output: { chunkFileNames },
    },
    modulePreload: { polyfill: false },
  },
});
