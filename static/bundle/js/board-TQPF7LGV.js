/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a,b,c}from"./board-DQYCEGNQ.js";import"./board-SOIRP6DG.js";import"./board-34R2EUSR.js";export{a as MOST,c as NoteLanguage,b as Tongues};
