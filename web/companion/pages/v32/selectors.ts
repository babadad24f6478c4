/**
 * Where INLISLite 3.2 keeps what the companion needs. Its forms carry generated ids (`w0`), so they are found by their
 * fields' names.
 */
export const SELECTORS = {
  create: { parts: { form: 'form:has([name="Members[Fullname]"])' } },
  update: {
    parts: {
      form: 'form:has([name="Members[Fullname]"])',
      cameraButtons: "#pre_take_buttons",
      print: 'a[href*="kartu-anggota-satuan"]',
    },
    camera: {
      video: "video#inlis_camera, #inlis_camera video",
      shutters: '#pre_take_buttons [onclick*="preview_snapshot"]',
      /** "Ulangi Foto" opens the camera again and keeps the page's own account of it right. */
      again: '#post_take_buttons [onclick*="cancel_preview"]',
    },
    /** The page shows the photo it has in more than one place, depending on the site. */
    shownPhotos: "#fotoanggota, #photo_preview_img",
  },
  list: {
    parts: { grid: "#myGrid", print: "#btnCheckprocess" },
    numberHeading: /^no(?:mor)?\.?\s*anggota|^member\s*n(?:o|umber)/iu,
    numberLink: '[data-sort$="MemberNo"]',
    memberLink: 'a[href*="update?id="]',
  },
  renewal: { parts: { form: 'form:has([name^="MemberPerpanjangan["])' } },
  other: {
    listLink: 'a[href*="/member/member"]',
    storedPhoto: 'img[src*="uploaded_files/foto_anggota/"]',
  },
  fields: {
    fullName: '[name="Members[Fullname]"]',
    memberNo: '[name="Members[MemberNo]"]',
    phone: '[name="Members[NoHp]"]',
    otherPhone: '[name="Members[Phone]"]',
    registerDate: '[name="Members[TglRegisterDate]"]',
    endDate: '[name="Members[TglEndDate]"]',
  },
  csrf: { param: 'meta[name="csrf-param"]', token: 'meta[name="csrf-token"]' },
} as const;

/** Filled by the page's own scripts some time after it is shown: a change there says nothing about a person. */
export const FILLED_BY_PAGE = /^Members\[(?:TglRegisterDate|TglEndDate|BiayaPendaftaran)\]$/u;
