// Modules that the build bundles as text.

declare module "*/maplibre-gl-worker.mjs" {
  const text: string;
  export default text;
}
