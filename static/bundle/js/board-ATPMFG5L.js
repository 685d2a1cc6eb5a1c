/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a,b,c}from"./board-HAVV55JA.js";import"./board-E3OLUMF7.js";import"./board-RFPELJBS.js";export{a as MOST,c as NoteLanguage,b as Tongues};
