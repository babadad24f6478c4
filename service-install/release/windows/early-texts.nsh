; Said before NSIS has taken up a language: then its LangStrings are still those of Windows.
!macro RefuseEarly code name
  StrCpy $Said "${${name}Id}"
  ${If} $LANGUAGE == ${LANG_ENGLISH}
    StrCpy $Said "${${name}En}"
  ${EndIf}
  !insertmacro Refuse ${code} "$Said"
!macroend

!define NeedsAdminId "Titian dipasang untuk semua pengguna komputer ini. Jalankan lagi sebagai administrator."
!define NeedsAdminEn "Titian is installed for all users of this PC. Run this again as administrator."
!define NeedsWindows10Id "Titian memerlukan Windows 10 atau 11 (64-bit). Pasang di komputer lain."
!define NeedsWindows10En "Titian needs Windows 10 or 11 (64-bit). Install it on another PC."
!define NewerIsHereId "Di komputer ini sudah ada Titian yang lebih baru. Bila memang ingin kembali ke versi ini, hapus dahulu yang terpasang; catatan tetap disimpan."
!define NewerIsHereEn "A newer Titian is on this PC. To go back to this version, remove the installed one first; the records are kept."
