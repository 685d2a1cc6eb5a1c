/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a,b,c}from"./board-YRH5FLDB.js";import"./board-7ENYGGNN.js";import"./board-HC26R27S.js";export{a as MOST,c as NoteLanguage,b as Tongues};
