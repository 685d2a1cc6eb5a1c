/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a,b,c}from"./board-6QIFHMWY.js";import"./board-WNHI7QBD.js";import"./board-KPKV7KGC.js";export{a as MOST,c as NoteLanguage,b as Tongues};
