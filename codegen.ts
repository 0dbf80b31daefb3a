import type { CodegenConfig } from '@graphql-codegen/cli';

const typed = (schema: string, documents: string) => ({
  schema,
  documents,
  preset: 'client' as const,
  presetConfig: { fragmentMasking: false },
  config: {
    enumsAsTypes: true,
    skipTypename: true,
    avoidOptionals: { field: true, object: true, inputValue: false, defaultValue: false },
    useTypeImports: true,
    strictScalars: true,
    scalars: {
      ConnectionCursor: 'string',
      Date: 'string',
      DateTime: 'string',
      JSON: 'unknown',
      UUID: 'string',
    },
  },
});

/** `npx graphql-codegen` writes `graphql/generated`, `npx graphql-codegen --check` compares it. Never edit it by hand. */
const config: CodegenConfig = {
  ignoreNoDocuments: false,
  importExtension: '.ts',
  generates: {
    'graphql/generated/core/': typed('graphql/schema.graphql', 'graphql/operations/*.graphql'),
    'graphql/generated/metadata/': typed('graphql/metadata.graphql', 'graphql/operations/metadata/*.graphql'),
  },
};

export default config;
