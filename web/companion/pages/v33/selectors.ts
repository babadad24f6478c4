/**
 * Where INLISLite 3.3 keeps what the companion needs. Everything is looked for inside its own form or dialog: 3.3 repeats
 * ids (`#camera_image`, `#video`, `#photo`) between the edit page and the dialogs that are on it too.
 */
export const SELECTORS = {
  create: {
    parts: {
      form: "#myform",
      photoField: "#myform #camera_image",
      preview: "#myform #results",
      endDate: "#myform #EndDate",
      memberType: "#myform #package",
    },
    camera: {
      video: "#my_camera video",
      shutters: '[onclick*="take_snapshot"]',
      openers: { selector: '[onclick*="open_snapshot"]', opensItself: true },
    },
  },
  edit: {
    parts: {
      form: "#frm",
      photoField: "#frm #camera_image",
      photoTick: "#frm #is_camera",
      preview: "#frm #photo",
      print: 'a[href*="/printanggota/"]',
    },
    camera: {
      video: "#frm #video",
      shutters: "#frm #startbutton",
      openers: { selector: "#is_camera", opensItself: false },
    },
    /** The profile above the form has the member's number as its title. */
    memberNo: ".profile-responsive .menu-header-title",
  },
  list: {
    parts: {
      table: "#tbl_data",
      print: "#print_kartu",
      dialog: "#modal_camera",
      dialogMemberId: "#modal_camera #capture_id",
      dialogField: "#modal_camera #camera_image",
    },
    optional: { openDialog: "#modal_camera.show" },
    camera: { video: "#modal_camera #video", shutters: "#modal_camera #startbutton" },
    dialogPreview: "#modal_camera #photo",
    dialogFooter: "#modal_camera .modal-footer",
    dialogClose: '[data-bs-dismiss="modal"], [data-dismiss="modal"]',
    /** Which columns there are differs between revisions. */
    numberHeading: /^no(?:mor)?\.?\s*anggota/iu,
    memberLink: 'a[href*="/anggota/edit/"]',
    rowPhoto: "img",
  },
  renewal: {
    parts: { form: "#frm_create" },
    members: '[name="Member_id[]"], [name="Member_id"]',
  },
  other: { listLink: 'a[href$="/anggota"]' },
  fields: {
    fullName: '[name="Fullname"]',
    /** Only where the library numbers its members by hand. */
    memberNo: '[name="MemberNo"]',
    identityNo: '[name="IdentityNo"]',
    phone: '[name="Phone"]',
    csrf: 'input[name="csrf_test_name"]',
  },
} as const;

/** Filled by the page's own scripts some time after it is shown: a change there says nothing about a person. */
export const FILLED_BY_PAGE =
  /^(?:EndDate|RegisterDate|(?:Province|City|Kecamatan|Kelurahan|District|SubDistrict)(?:Now)?)$/u;
