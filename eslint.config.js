import js from '@eslint/js';
import globals from 'globals';

export default [
  {ignores: ['.venv/', '**/node_modules/', 'geo/drawing/browser/deck_gl/deck.js']},
  js.configs.recommended,
  {
    rules: {
      curly: ['error', 'multi-line'],
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'max-len': ['error', {code: 100}],
      'no-console': ['error', {allow: ['error']}],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {files: ['geo/**/*.js', 'ui/**/*.js'], languageOptions: {globals: globals.browser}},
  {files: ['ui/components/*.js'], languageOptions: {globals: {ASSETS: 'readonly'}}},
  {files: ['tests/javascript/**/*.js'], languageOptions: {globals: globals.node}},
];
