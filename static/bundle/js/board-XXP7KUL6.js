/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a,b,c}from"./board-W24CDOXS.js";import"./board-JH6SHVAS.js";import"./board-HLKG6KNZ.js";export{a as MOST,c as NoteLanguage,b as Tongues};
