const JSDELIVR = "cdn.jsdelivr.net/npm/";
const CDNJS = "cdnjs.cloudflare.com/ajax/libs/";

export interface Library {
  /** As package.json names it: an alias where several versions are needed. */
  readonly package: string;
  readonly licence: string;
  /** Folder among the copies: name and version, so that an address never changes its meaning. */
  readonly folder: string;
  readonly files: readonly LibraryFile[];
}

interface LibraryFile {
  /** In the package and, below `folder`, among the copies. */
  readonly path: string;
  /** Where pages ask for it, without a scheme. What a style sheet leans on has none. */
  readonly addresses?: readonly string[];
  /** What cdnjs publishes for this address: the build fails where npm's file is another one. */
  readonly integrity?: string;
}

const fontAwesome = (version: string, integrity: string): Library => ({
  package: `cdn-fontawesome-${version}`,
  licence: "CC-BY-4.0 AND OFL-1.1 AND MIT",
  folder: `font-awesome/${version}`,
  files: [
    {
      path: "css/all.min.css",
      addresses: [`${CDNJS}font-awesome/${version}/css/all.min.css`],
      integrity,
    },
    ...["brands-400", "regular-400", "solid-900", "v4compatibility"].map((font) => ({
      path: `webfonts/fa-${font}.woff2`,
    })),
  ],
});

/**
 * What the pages of INLISLite 3.3 load from the internet, in the very versions they name; where they name none, the newest of
 * the day of the lock file. Not here, because nobody may or can serve a copy: hCaptcha on the login page, tinymce's cloud.
 */
export const LIBRARIES: readonly Library[] = [
  {
    package: "cdn-axios-1",
    licence: "MIT",
    folder: "axios/1.21.1",
    files: [
      { path: "dist/axios.min.js", addresses: [`${JSDELIVR}axios/dist/axios.min.js`, `${JSDELIVR}axios`] },
    ],
  },
  {
    package: "cdn-axios-1.4.0",
    licence: "MIT",
    folder: "axios/1.4.0",
    files: [
      {
        path: "dist/axios.min.js",
        addresses: [`${CDNJS}axios/1.4.0/axios.min.js`],
        integrity:
          "sha512-uMtXmF28A2Ab/JJO2t/vYhlaa/3ahUOgj1Zf27M5rOo8/+fcTUVH0/E0ll68njmjrLqOBjXM3V9NiPFL5ywWPQ==",
      },
    ],
  },
  {
    package: "cdn-sweetalert2",
    licence: "MIT",
    folder: "sweetalert2/11.26.25",
    files: [
      {
        path: "dist/sweetalert2.all.min.js",
        addresses: [`${JSDELIVR}sweetalert2@11`, `${JSDELIVR}sweetalert2@11/dist/sweetalert2.all.min.js`],
      },
      { path: "dist/sweetalert2.min.css", addresses: [`${JSDELIVR}sweetalert2@11/dist/sweetalert2.min.css`] },
    ],
  },
  {
    package: "cdn-summernote",
    licence: "MIT",
    folder: "summernote/0.8.18",
    files: [
      { path: "dist/summernote.min.js", addresses: [`${JSDELIVR}summernote@0.8.18/dist/summernote.min.js`] },
      {
        path: "dist/summernote.min.css",
        addresses: [`${JSDELIVR}summernote@0.8.18/dist/summernote.min.css`],
      },
      { path: "dist/font/summernote.woff2" },
      { path: "dist/font/summernote.woff" },
    ],
  },
  {
    package: "cdn-select2-4.1.0-beta.1",
    licence: "MIT",
    folder: "select2/4.1.0-beta.1",
    files: [
      {
        path: "dist/css/select2.min.css",
        addresses: [`${JSDELIVR}select2@4.1.0-beta.1/dist/css/select2.min.css`],
      },
      {
        path: "dist/js/select2.min.js",
        addresses: [`${JSDELIVR}select2@4.1.0-beta.1/dist/js/select2.min.js`],
      },
    ],
  },
  {
    package: "cdn-select2-4.0.13",
    licence: "MIT",
    folder: "select2/4.0.13",
    files: [
      {
        path: "dist/js/select2.min.js",
        addresses: [`${CDNJS}select2/4.0.13/js/select2.min.js`],
        integrity:
          "sha512-2ImtlRlf2VVmiGZsjm9bEyhjGW4dU7B6TNwh/hx/iSByxNENtj3WVE6o/9Lj4TJeVXPi4bnOIMXFIJJAeufa0A==",
      },
      {
        path: "dist/css/select2.min.css",
        addresses: [`${CDNJS}select2/4.0.13/css/select2.min.css`],
        integrity:
          "sha512-nMNlpuaDPrqlEls3IX/Q56H36qvBASwb3ipuo3MxeWbsQB1881ox0cRv7UPTgBlriqoynt35KjEwgGUeUXIPnw==",
      },
    ],
  },
  {
    package: "cdn-select2-theme",
    licence: "MIT",
    folder: "select2-bootstrap-5-theme/1.3.0",
    files: [
      {
        path: "dist/select2-bootstrap-5-theme.min.css",
        addresses: [`${JSDELIVR}select2-bootstrap-5-theme@1.3.0/dist/select2-bootstrap-5-theme.min.css`],
      },
    ],
  },
  {
    package: "cdn-webcamjs",
    licence: "MIT",
    folder: "webcamjs/1.0.26",
    files: [
      {
        path: "webcam.min.js",
        addresses: [`${CDNJS}webcamjs/1.0.26/webcam.min.js`],
        integrity:
          "sha512-dQIiHSl2hr3NWKKLycPndtpbh5iaHLo6MwrXm7F0FM5e+kL2U16oE9uIwPHUl6fQBeCthiEuV/rzP3MiAB8Vfw==",
      },
    ],
  },
  {
    package: "cdn-jspdf",
    licence: "MIT",
    folder: "jspdf/2.5.1",
    files: [
      {
        path: "dist/jspdf.umd.min.js",
        addresses: [`${CDNJS}jspdf/2.5.1/jspdf.umd.min.js`],
        integrity:
          "sha512-qZvrmS2ekKPF2mSznTQsxqPgnpkI4DNTlrdUmTzrDgektczlKNRRhy5X5AAOnx5S09ydFYWWNSfcEqDTTHgtNA==",
      },
    ],
  },
  {
    package: "html2canvas",
    licence: "MIT",
    folder: "html2canvas/1.4.1",
    files: [
      {
        path: "dist/html2canvas.min.js",
        addresses: [`${CDNJS}html2canvas/1.4.1/html2canvas.min.js`],
        integrity:
          "sha512-BNaRQnYJYiPSqHHDb58B0yaPfCu+Wgds8Gp/gU33kqBtgNS4tSPHuGibyoeqMV/TJlSKda6FXzoEyYGjTe+vXA==",
      },
    ],
  },
  {
    package: "cdn-qrcodejs",
    licence: "MIT",
    folder: "qrcodejs/1.0.0",
    files: [
      {
        path: "qrcode.min.js",
        addresses: [`${CDNJS}qrcodejs/1.0.0/qrcode.min.js`],
        integrity:
          "sha512-CNgIRecGo7nphbeZ04Sc13ka07paqdeTu0WR1IM4kNcpmBAUSHSQX0FslNhTDadL4O5SAGapGt4FodqL8My0mA==",
      },
    ],
  },
  {
    package: "cdn-xlsx",
    licence: "Apache-2.0",
    folder: "xlsx/0.17.0",
    files: [
      {
        path: "dist/xlsx.full.min.js",
        addresses: [`${CDNJS}xlsx/0.17.0/xlsx.full.min.js`],
        integrity:
          "sha512-jDEmOIskGs/j5S3wBWQAL4pOYy3S5a0y3Vav7BgXHnCVcUBXkf1OqzYS6njmDiKyqes22QEX8GSIZZ5pGk+9nA==",
      },
    ],
  },
  fontAwesome(
    "6.0.0",
    "sha512-9usAa10IRO0HhonpyAIVpjrylPvoDwiPUiKdWk5t3PyolY1cOd4DSE0Ga+ri4AuTroPR5aQvXU9xC6qOPnzFeg==",
  ),
  fontAwesome(
    "6.4.0",
    "sha512-iecdLmaskl7CVkqkXNQ/ZH/XLlvWZOJyj7Yy7tcenmpD1ypASozpmT/E0iPtmFIB46ZmdtAc9eNBvH0H/ZpiBw==",
  ),
  fontAwesome(
    "6.5.1",
    "sha512-DTOQO9RWCH3ppGqcWaEA1BIZOC6xxalwEsw9c2QQeAIftl+Vegovlnee1c9QX4TctnWMn13TZye+giMm8e2LwA==",
  ),
];

export interface Family {
  /** As pages ask Google for it. */
  readonly name: string;
  readonly package: string;
  readonly folder: string;
  readonly licence: string;
  readonly sheets: readonly string[];
}

/** Variable fonts: one file has every weight that a page may ask for. */
export const FAMILIES: readonly Family[] = ["Inter", "Plus Jakarta Sans"].map((name) => {
  const slug = name.toLowerCase().replaceAll(" ", "-");
  return {
    ...{ name, package: `@fontsource-variable/${slug}`, folder: `fonts/${slug}/5.3.0`, licence: "OFL-1.1" },
    sheets: ["wght.css", "wght-italic.css"],
  };
});
